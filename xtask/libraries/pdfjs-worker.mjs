// The part of pdf.js that runs apart from the page.
// @ts-expect-error The package has no types of it.
export { WorkerMessageHandler } from 'pdfjs-dist/build/pdf.worker.mjs';
