/** Does something once for every line of standard input, and says how long it took. */
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';

/** @param {() => unknown} act */
export async function measure(act) {
  const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  while (!(await lines.next()).done) {
    const [started, before] = [performance.now(), process.cpuUsage()];
    await act();
    const seconds = (performance.now() - started) / 1000;
    const { user, system } = process.cpuUsage(before);
    console.log(JSON.stringify({ seconds, processor: (user + system) / 1e6 }));
  }
}
