// Owns the one floating thing of the page: a card, a toolbar or a small dialog, never two. Invariants: it
// never covers what it belongs to; closing it gives the focus back.

/**
 * @typedef {{ top: number, bottom: number, left: number, right: number }} Box in the viewport
 * @typedef {{
 *   anchor: () => Box | undefined,
 *   giveBack?: () => void,
 *   closed?: () => void,
 * }} Placement `giveBack` returns the focus, and runs when the thing is closed from within
 */

const GAP = 8;
const PHONE = matchMedia('(max-width: 760px)');

export class Float {
  /** @param {HTMLElement} home where floating things stand in the page's order */
  constructor(home) {
    this.home = home;
    /** @type {HTMLElement | undefined} */
    this.element = undefined;
    /** @type {Placement | undefined} */
    this.placement = undefined;
    addEventListener('resize', () => this.place());
    document.addEventListener('pointerdown', (event) => this.pressed(event));
  }

  /**
   * @param {HTMLElement} element
   * @param {Placement} placement
   */
  show(element, placement) {
    this.close({ focus: false });
    this.element = element;
    this.placement = placement;
    this.home.append(element);
    this.place();
  }

  /**
   * Shows what a button opens, and says at the button that it is open.
   * @param {HTMLElement} element
   * @param {HTMLElement} opener
   * @param {() => void} [closed]
   */
  below(element, opener, closed) {
    this.show(element, {
      anchor: () => opener.getBoundingClientRect(),
      giveBack: () => opener.focus(),
      closed: () => {
        opener.setAttribute('aria-expanded', 'false');
        closed?.();
      },
    });
    opener.setAttribute('aria-expanded', 'true');
  }

  /**
   * @param {HTMLElement} [element] the thing that is meant, when it may be gone already
   * @returns {boolean} whether it floats
   */
  shows(element) {
    return this.element !== undefined && (element === undefined || element === this.element);
  }

  /** Puts the thing below its anchor, or above where there is no room. */
  place() {
    const { element, placement } = this;
    if (!element || !placement) return;
    const sheet = PHONE.matches && !element.classList.contains('toolbar');
    element.classList.toggle('sheet', sheet);
    if (sheet) {
      element.style.removeProperty('left');
      element.style.removeProperty('top');
      return;
    }
    const box = placement.anchor();
    if (!box) return;
    const width = element.offsetWidth;
    const height = element.offsetHeight;
    const floor = window.innerHeight - 40;
    const below = box.bottom + GAP;
    const above = box.top - GAP - height;
    const top = below + height <= floor || above < 52 ? below : above;
    // It begins with its anchor, from the side that the page reads from.
    const start = document.dir === 'rtl' ? box.right + 16 - width : box.left - 16;
    const left = Math.max(8, Math.min(start, document.documentElement.clientWidth - width - 8));
    const fixed = getComputedStyle(element).position === 'fixed';
    const origin = fixed ? { left: 0, top: 0 } : this.home.getBoundingClientRect();
    element.style.left = `${left - origin.left}px`;
    element.style.top = `${top - origin.top}px`;
  }

  /**
   * @param {{ focus?: boolean }} [options] whether the focus goes back, when it is inside
   * @returns {boolean} whether something was closed
   */
  close({ focus = true } = {}) {
    const { element, placement } = this;
    if (!element) return false;
    const inside = element.contains(document.activeElement);
    this.element = undefined;
    this.placement = undefined;
    element.remove();
    if (focus && inside) placement?.giveBack?.();
    placement?.closed?.();
    return true;
  }

  /**
   * A press elsewhere closes it.
   * @param {PointerEvent} event
   */
  pressed(event) {
    const { element } = this;
    if (!element || !(event.target instanceof Node) || element.contains(event.target)) return;
    if (event.target instanceof Element && event.target.closest('[aria-haspopup][aria-expanded="true"]'))
      return;
    if (event.target instanceof Element && event.target.closest('.status')) return;
    this.close({ focus: false });
  }
}
