// Reads Word documents by what their styles mean, not by how they look.
export { default as mammoth } from 'mammoth';
