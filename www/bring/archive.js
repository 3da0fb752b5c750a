// Owns zip archives: which files are in one, and their text. Invariant: what cannot be unpacked is said in the
// words of whoever asked.

/**
 * The files of an archive whose names are wanted, by name.
 * @param {Uint8Array} bytes
 * @param {(name: string) => boolean} wanted
 * @returns {Promise<Map<string, string>>}
 */
export async function texts(bytes, wanted) {
  const { strFromU8, unzipSync } = await import('../vendor/fflate.js');
  const files = unzipSync(bytes, { filter: ({ name }) => wanted(name) });
  return new Map(Object.entries(files).map(([name, content]) => [name, strFromU8(content)]));
}
