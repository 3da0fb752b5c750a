// Takes zip archives apart and makes them: the smallest that is well kept, and it needs neither eval nor workers.
export { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
