// Owns the reading of one long text, slice by slice, wherever it runs: in a worker, or on the page where workers
// fail. Invariant: between two slices it listens, so that what is asked anew, or no longer, counts at once.

/** @typedef {import('../pkg/manicule.js').Reader} Reader */
/** @typedef {typeof import('../pkg/manicule.js').Reader} Readers */
/** @typedef {{ ask: string, version: number, start: number, end: number, again: boolean }} Wish */
/**
 * @typedef {{ of: number } & ({ kind: 'part' | 'whole', version: number, packed: Uint8Array }
 *   | { kind: 'share', share: number }
 *   | { kind: 'text', text: Uint8Array, blocks: Uint32Array, changed: Uint32Array, units: number }
 *   | { kind: 'failed', message: string })} Answer what came, and of which text
 */
/**
 * @typedef {{ kind: 'start', module: WebAssembly.Module | undefined, later: WebAssembly.Module | undefined, book: boolean }
 *   | { kind: 'model', model: Uint8Array }
 *   | { kind: 'open', of: number, text: Uint8Array, blocks: Uint32Array }
 *   | { kind: 'bring', of: number, plain: string }
 *   | { kind: 'want', wish: Wish }} Order
 */

export class Drive {
  /**
   * @param {Readers} readers
   * @param {(answer: Answer) => void} give
   */
  constructor(readers, give) {
    this.readers = readers;
    this.give = give;
    /** @type {Reader | undefined} */
    this.reader = undefined;
    /** Which text it has. */
    this.of = 0;
    /** How much of the text was come to. */
    this.share = 0;
    /** @type {Wish | undefined} */
    this.wish = undefined;
    this.running = false;
    /** The last thing that was to be done. @type {Promise<unknown>} */
    this.last = Promise.resolve();
  }

  /** Does what is ordered, in its turn; what goes wrong is an answer. @param {Order} order */
  obey(order) {
    void this.inTurn(() => {
      if ('of' in order) this.of = order.of;
      if (order.kind === 'open') this.take(this.readers.ofArticle(order.text, order.blocks));
      else if (order.kind === 'bring') this.bring(order.plain);
      else if (order.kind === 'want') this.want(order.wish);
    });
  }

  /**
   * One thing after the other: a slice that is being read is not begun anew meanwhile.
   * @param {() => void} act
   */
  inTurn(act) {
    const done = this.last.then(act).catch((error) => this.fail(error));
    this.last = done;
    return done;
  }

  /** @param {unknown} error */
  fail(error) {
    this.wish = undefined;
    const message = error instanceof Error ? error.message : String(error);
    this.give({ kind: 'failed', of: this.of, message });
  }

  /**
   * Reads plain text in, and gives what the core is to have of it.
   * @param {string} plain
   */
  bring(plain) {
    const reader = this.readers.ofPlain(new TextEncoder().encode(plain), halves(plain));
    this.take(reader);
    this.give({
      kind: 'text',
      of: this.of,
      text: reader.textBytes(),
      blocks: reader.packedBlocks(),
      changed: reader.changed(),
      units: reader.length(),
    });
  }

  /** @param {Reader} reader */
  take(reader) {
    this.close();
    this.reader = reader;
    this.share = 0;
  }

  /** Nothing more is read. */
  close() {
    this.reader?.free();
    this.reader = undefined;
    this.wish = undefined;
  }

  /** Does what is wished from now on. @param {Wish} wish */
  want(wish) {
    const { reader } = this;
    if (!reader) return;
    this.wish = wish;
    if (reader.begin(wish.ask, wish.again)) this.share = 0;
    if (this.share === 0) this.look(wish, reader);
    if (!this.running) void this.run();
  }

  /**
   * What the reader of the page sees is read first, by itself.
   * @param {Wish} wish
   * @param {Reader} reader
   */
  look({ ask, version, start, end }, reader) {
    const packed = reader.preview(start, end, ask);
    this.give({ kind: 'part', of: this.of, version, packed });
  }

  async run() {
    this.running = true;
    while (this.wish) {
      await turn();
      await this.inTurn(() => this.further());
    }
    this.running = false;
  }

  /** One slice, or what came of all of them. */
  further() {
    const { reader, wish } = this;
    if (!reader || !wish) return;
    if (this.share < 1) {
      this.share = reader.step();
      this.give({ kind: 'share', of: this.of, share: this.share });
      return;
    }
    this.wish = undefined;
    const packed = reader.reading(wish.ask);
    this.give({ kind: 'whole', of: this.of, version: wish.version, packed });
  }
}

/**
 * Reads the open article of a core to its end, slice by slice, if it wants to be read.
 * @param {import('../pkg/manicule.js').Core} core
 * @param {Readers} readers
 * @param {string} id of the article
 */
export async function readHere(core, readers, id) {
  const ask = core.ask();
  if (ask === undefined) return;
  const reader = readers.ofArticle(core.textBytes(), core.packedBlocks());
  try {
    reader.begin(ask, true);
    while (reader.step() < 1) await turn();
    core.takeReading(id, Number(JSON.parse(ask).version), true, reader.reading(ask));
  } finally {
    reader.free();
  }
}

/** How many halves of characters an encoder replaces. @param {string} plain */
function halves(plain) {
  if (plain.isWellFormed()) return 0;
  return plain.match(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g)?.length ?? 0;
}

/** Lets whatever waits have its turn. */
function turn() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve(undefined);
    };
    port2.postMessage(0);
  });
}
