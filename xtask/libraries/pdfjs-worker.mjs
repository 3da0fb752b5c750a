// The part of pdf.js that runs apart from the page; it answers as soon as it is there.
import 'pdfjs-dist/build/pdf.worker.mjs';
