// Boots the page: starts the core, shows the reader's article or the sample, and ties the views together.

import { Core } from './pkg/manicule.js';
import { App } from './view/app.js';
import { Backup } from './view/backup.js';
import { Card } from './view/card.js';
import { loadWords } from './view/catalogue.js';
import { byId } from './view/dom.js';
import { Intake } from './view/intake.js';
import { Keys } from './view/keys.js';
import { lazily, Part, untilTold } from './view/lazy.js';
import { Library } from './view/library.js';
import { bring, fetchModel, isThereBy, startCore } from './view/model.js';
import { Notes } from './view/notes.js';
import { printing } from './view/print.js';
import { LONGEST_HERE } from './view/reading.js';
import { Settings, showTheme } from './view/settings.js';
import { Sheets } from './view/sheets.js';
import { Side } from './view/side.js';
import { neverStarted, StatusLine } from './view/status.js';
import { Toolbar } from './view/toolbar.js';
import { Views } from './view/views.js';

/** @typedef {import('./view/labels.js').RawBlock} RawBlock */

/** So long, in milliseconds, the lines that the sample came with stay as they are, for the model to come. */
const PATIENCE = 2000;

/** What another tab changes within so many milliseconds shows together. */
const TOGETHER = 20;

/** The blocks of the sample, as the page's own markup has them. */
function sample() {
  return [...byId('article').querySelectorAll('[data-kind]')].map((element) => ({
    kind: /** @type {RawBlock['kind']} */ (/** @type {HTMLElement} */ (element).dataset['kind']),
    text: (element.textContent ?? '').replace(/\s+/g, ' ').trim(),
  }));
}

/**
 * What another tab changed shows here: what it changes in one go, such as thousands of notes, at once.
 * @param {App} app
 */
function listen(app) {
  let changed = { annotations: false, articles: false, settings: false };
  let timer = 0;
  const show = () => {
    const { annotations, articles, settings } = changed;
    changed = { annotations: false, articles: false, settings: false };
    timer = 0;
    if (annotations) app.refresh();
    if (articles) void app.current();
    if (!settings) return;
    showTheme(app);
    app.commands.read();
    app.refresh();
    app.redraw();
  };
  addEventListener('storage', (event) => {
    if (event.storageArea !== localStorage) return;
    const changes = app.ask((core) => core.storageChanged(event.key, event.newValue));
    changed.annotations ||= changes?.annotations ?? false;
    changed.articles ||= changes?.articles ?? false;
    changed.settings ||= changes?.settings ?? false;
    timer ||= window.setTimeout(show, TOGETHER);
  });
}

/**
 * The search box, whose module comes when the reader goes there.
 * @param {App} app
 * @param {Notes} notes
 * @returns {() => void} puts the focus into it
 */
function searching(app, notes) {
  const box = byId('find');
  const input = /** @type {HTMLInputElement} */ (byId('find-input'));
  const focus = () => {
    box.classList.add('open');
    input.focus({ preventScroll: true });
    input.select();
  };
  byId('find-button').addEventListener('click', focus);
  const load = async () => {
    const part = await lazily(app, () => import('./view/search.js'));
    if (!part) input.addEventListener('focus', load, { once: true });
    else new part.Search(app, notes).look();
  };
  input.addEventListener('focus', load, { once: true });
  return focus;
}

/** Lets the text that the page came with be painted before anything is done; a page that nobody sees paints nothing. */
function textIsPainted() {
  if (document.hidden) return Promise.resolve();
  return Promise.race([
    new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
    new Promise((resolve) => setTimeout(resolve, 250)),
  ]);
}

/** Whether the sample stands there with the lines that it was published with. */
function isShownWithLines() {
  return !document.documentElement.classList.contains('away') && byId('article').querySelector('.mention');
}

/** Says to whoever measures that the first lines are on the screen. */
function painted() {
  requestAnimationFrame(() => setTimeout(() => performance.mark('manicule:entities-visible'), 0));
}

/**
 * Takes what a full or forgetful store lacks from the browser's database.
 * @param {App} app
 */
async function recover(app) {
  const changes = await app.wait((core) => core.recover());
  if (changes?.articles) await app.current();
  if (changes?.annotations) app.refresh();
  app.notices();
}

/** Lets whatever waits for the page's thread have its turn: starting is long. */
function rest() {
  return new Promise((resolve) => setTimeout(resolve));
}

async function boot() {
  const coming = fetchModel();
  // Whoever waits for it says what went wrong; nobody waits yet.
  coming.catch(() => undefined);
  await Promise.all([startCore(), loadWords(), textIsPainted()]);
  const tagged = await isThereBy(coming, isShownWithLines() ? PATIENCE : 0);
  const core = Core.start();
  core.readElsewhere(LONGEST_HERE);
  const app = new App(core);
  app.model = tagged ? 'there' : 'coming';
  const backup = new Backup(app);
  const exchange = new Part(
    app,
    () => import('./keep/exchange.js'),
    ({ Exchange }) => new Exchange(app, backup),
  );
  const intake = new Intake(app, exchange, backup);
  const library = new Library(app, intake, backup);
  const sheets = new Sheets();
  const notes = new Notes(app, sheets);
  const ties = {
    edit: (/** @type {string} */ id, /** @type {import('./view/markcard.js').Field} */ field) =>
      notes.edit(id, field),
    show: (/** @type {string} */ id) => notes.reveal(id),
    reattach: notes.reattach,
  };
  const toolbar = new Toolbar(app, ties);
  const card = new Card(app, ties);
  new Side(app);
  new Views(app);
  new StatusLine(app, backup, () => void bring(app, fetchModel('reload')));
  const search = searching(app, notes);
  printing(app, notes);
  app.commands.add({
    id: 'speed',
    group: 'more',
    run: async () => (await lazily(app, () => import('./work/speed.js')))?.aboutSpeed(app),
  });
  new Keys({ app, toolbar, notes, card, sheets });
  app.on('going', () => sheets.close());
  listen(app);
  showTheme(app);
  new Settings(app);

  const open = byId('open-button');
  const press = (/** @type {HTMLElement} */ opener, /** @type {() => void} */ show) =>
    opener.addEventListener('click', () => {
      if (opener.getAttribute('aria-expanded') === 'true') app.float.close();
      else show();
    });
  press(open, () => library.showOpen(open));
  press(library.opener, () => library.showList());
  press(byId('export-button'), () => exchange.use((it) => void it.show(byId('export-button'))));
  app.commands.add(
    { id: 'search', keys: ['/'], group: 'going', run: () => search() },
    { id: 'articles', run: () => library.opener.click() },
    { id: 'open', run: () => open.click() },
    { id: 'export', run: () => byId('export-button').click() },
    { id: 'print', run: () => print() },
    { id: 'backup', run: () => backup.download() },
  );
  app.commands.sources.push({
    kind: 'article',
    items: () => app.articles().map(({ id, title }) => ({ name: title, run: () => library.open(id) })),
  });

  await rest();
  const [latest] = core.articles();
  if (!latest) await app.wait((it) => it.addBlocks(sample()));
  else if (!core.articles().some((article) => article.current)) await app.wait((it) => it.open(latest.id));
  await rest();
  app.showArticle();
  if (!tagged) await bring(app, coming);
  if (app.model === 'there' && app.reader.share === undefined) painted();
  else app.on('read', painted);
  await recover(app);
  backup.remind();
  // What the core said by then is said again in the reader's language.
  void untilTold().then(() => app.emit('status'));
  void intake.arrive(library);
  await lazily(app, async () => new (await import('./see/ruler.js')).Ruler(app));
  // Where its script does not come, or the page goes before it does, the next visit asks for it again.
  const keepForLater = () => import('./view/offline.js').catch(() => undefined);
  whenIdle(() => void keepForLater().then((part) => part?.goOffline(app)));
}

/** Once the page has shown all, and has nothing else to do. @param {() => void} act */
function whenIdle(act) {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(act, { timeout: 5000 });
  else setTimeout(act, 1000);
}

boot().catch(neverStarted);
