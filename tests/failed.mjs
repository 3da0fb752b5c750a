// A reporter that says only in which files a test failed, a line each.

/** @param {AsyncIterable<import('node:test/reporters').TestEvent>} events */
export default async function* failed(events) {
  /** @type {Set<string>} */
  const files = new Set();
  for await (const event of events)
    if (event.type === 'test:fail' && event.data.file) files.add(event.data.file);
  yield [...files].join('\n');
}
