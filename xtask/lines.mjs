/** The classes that draw each type's line, as JSON: `node xtask/lines.mjs`. */
import { CLASSES } from '../www/view/lines.js';

console.log(JSON.stringify(CLASSES));
