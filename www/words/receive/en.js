// What the page says that a bookmarklet opens, in English.
export default `
receiving = Taking the page over…
receiving-open = Open Manicule
receiving-alone = The page did not let itself be taken over. It was saved as a file instead, or can be: save it with your browser (Ctrl or Cmd with S), then drop the file on Manicule.
`;
