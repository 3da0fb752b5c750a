// What what brings articles in and keeps them say, in English.
export default `
## Names that were taught
taught = Names you taught
taught-forget = Forget
taught-forget-named = Forget “{ $name }”
taught-forgotten = Name forgotten
`;
