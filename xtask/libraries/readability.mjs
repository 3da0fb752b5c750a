// Finds the article in a page: what Firefox's reader view is made with.
export { Readability } from '@mozilla/readability';
