/**
 * Profiles for scenarios, each empty when it is taken.
 *
 * In Chromium the pages of one profile share a process when the browser is told to (`--process-per-site`), and the
 * process keeps what it compiled of the core: a page of a profile that was used before takes less than half the
 * processor time of the first page of a new one. So the profile of a scenario that ended is emptied and goes to
 * the next. Firefox gains nothing by that, and has new ones.
 */

/** @typedef {import("puppeteer-core").BrowserContext} BrowserContext */
/** @typedef {import("puppeteer-core").Page} Page */
/** What a scenario has of a browser: pages that know the same notes, nobody else's. @typedef {Pick<BrowserContext, 'newPage' | 'close'>} Profile */

export class Profiles {
  /**
   * @param {() => Promise<BrowserContext>} make a new profile
   * @param {string} url of the app
   */
  constructor(make, url) {
    this.make = make;
    this.url = url;
    /** Those that nobody uses, each with the page that keeps its process. @type {{ context: BrowserContext, keeper: Page }[]} */
    this.idle = [];
  }

  /** A profile with nothing in it. @returns {Promise<Profile>} */
  async take() {
    const held = this.idle.pop() ?? (await this.begin());
    const { context, keeper } = held;
    const close = async () => {
      const pages = (await context.pages()).filter((page) => page !== keeper);
      await Promise.all(pages.map((page) => page.close()));
      if (await this.emptied(keeper)) this.idle.push(held);
      else await context.close();
    };
    return { newPage: () => context.newPage(), close };
  }

  async begin() {
    const context = await this.make();
    const keeper = await context.newPage();
    // A picture: of the app's origin, and runs nothing.
    await keeper.goto(new URL('icon.svg', this.url).href);
    return { context, keeper };
  }

  /** Takes everything that the app's origin stored away; whether nothing is left. @param {Page} keeper */
  async emptied(keeper) {
    const { origin } = new URL(this.url);
    const protocol = await keeper.createCDPSession();
    await protocol.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    await protocol.detach();
    return keeper.evaluate(
      async () => localStorage.length === 0 && (await indexedDB.databases()).length === 0,
    );
  }
}
