// What what brings articles in and keeps them say, in French. Ids and what is put in are those of `en.js`.
export default `
## Names that were taught
taught = Noms que vous avez appris à la machine
taught-forget = Oublier
taught-forget-named = Oublier « { $name } »
taught-forgotten = Nom oublié
`;
