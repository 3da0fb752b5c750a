// Reads MIME messages, which saved pages (.mhtml) are.
export { default as PostalMime } from 'postal-mime';
