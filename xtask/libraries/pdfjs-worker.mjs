// The part of pdf.js that runs apart from the page.
export { WorkerMessageHandler } from 'pdfjs-dist/build/pdf.worker.mjs';
