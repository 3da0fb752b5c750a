// Says what changed between two texts by paragraphs and words.
export { diffArrays, diffWordsWithSpace } from 'diff';
