/** When something that was asked for is on the screen. */

/**
 * Runs in the page: gives it `untilPainted(holds)`, which waits for the end of the first frame after which `holds`
 * is true, and answers when that was. What other callbacks of the same frame do still counts for it.
 */
export function painting() {
  const frame = () =>
    new Promise((done) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = done;
        port2.postMessage(undefined);
      }),
    );
  /** @param {() => boolean} holds */
  const untilPainted = async (holds) => {
    do await frame();
    while (!holds());
    return performance.now();
  };
  Object.assign(globalThis, { untilPainted });
}
