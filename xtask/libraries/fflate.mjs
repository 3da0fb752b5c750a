// Takes zip archives apart: the smallest that is well kept, and it needs neither eval nor workers.
export { strFromU8, unzipSync } from 'fflate';
