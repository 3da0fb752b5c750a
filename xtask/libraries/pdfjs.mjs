// Reads PDF files: what Firefox shows them with. Its worker is a file of its own (pdfjs-worker.mjs).
export { getDocument, GlobalWorkerOptions, PDFWorker } from 'pdfjs-dist';
