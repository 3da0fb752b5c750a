// Owns the addresses of scripts that run apart from the page. Invariant: they are the page's own, whatever
// asks for them.

/** @type {{ createScriptURL: (address: string) => any } | undefined} */
let policy;

/**
 * An address that a worker may be made from.
 * @param {URL} address
 * @returns {string}
 */
export function ownScript(address) {
  const types = /** @type {any} */ (globalThis).trustedTypes;
  policy ??= types?.createPolicy('manicule-scripts', { createScriptURL: own }) ?? { createScriptURL: own };
  return policy?.createScriptURL(address.href);
}

/** @param {string} address */
function own(address) {
  if (new URL(address).origin !== location.origin) throw new Error(`${address} is no script of this page.`);
  return address;
}
