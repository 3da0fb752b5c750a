/**
 * Makes the README's picture from the running app: `cargo xtask serve`, then `node docs/screenshot.mjs`.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { byRole, freshPage, launch, press, saved, selectText } from '../tests/e2e/support.mjs';

const folder = dirname(fileURLToPath(import.meta.url));
const session = await launch();
const { page } = await freshPage(session, { width: 1440, height: 900 });

await selectText(page, 'called the first of its kind');
await press(page, 'button', 'Note');
await page.keyboard.type('*Whose* claim? The cables under the strait are older.');
const tags = await byRole(page, 'textbox', 'Tags of “called the first of its kind”');
await tags.click();
await page.keyboard.type('claim');
await press(page, 'button', 'Done with “called the first of its kind”');
await selectText(page, 'three months later than planned');
await press(page, 'button', 'Highlight green');
await saved(page);
await page.evaluate(() => scrollTo(0, 0));
const name = await page.waitForSelector('#article p:nth-of-type(4) .mention[data-label=PERSON]');
await name?.hover();
await byRole(page, 'dialog', 'Tomás Queiroga');
await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
await page.screenshot({ path: join(folder, 'screenshot.png') });
await session.close();
