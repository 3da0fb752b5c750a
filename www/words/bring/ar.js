// What what brings articles in and keeps them say, in Arabic. Ids and what is put in are those of `en.js`.
export default `
## Names that were taught
taught = أسماء علّمتها
taught-forget = انسَ
taught-forget-named = انسَ «{ $name }»
taught-forgotten = نُسي الاسم
`;
