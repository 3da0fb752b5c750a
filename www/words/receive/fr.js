// What the page says that a bookmarklet opens, in French. Ids are those of `en.js`.
export default `
receiving = Reprise de la page…
receiving-open = Ouvrir Manicule
receiving-alone = La page ne s’est pas laissé reprendre. Elle a été enregistrée comme fichier, ou peut l’être : enregistrez-la avec votre navigateur (Ctrl ou Cmd avec S), puis déposez le fichier sur Manicule.
`;
