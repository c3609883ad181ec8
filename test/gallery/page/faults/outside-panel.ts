// Words and controls of full pages stay between the inner edges of their panel.
import { every, isOnlyRead, nameOf } from '../elements.ts';

/** A quiet button's words stand at the edge, and its ground beyond. */
const inner = '.panel :is(p, li, input, select, textarea, .button:not(.quiet))';

export function outsidePanel(): string[] {
  return every(inner)
    .filter((element) => {
      const panel = element.closest('.panel');
      if (!panel || isOnlyRead(element)) return false;
      const style = getComputedStyle(panel);
      const outer = panel.getBoundingClientRect();
      const { left, right, width } = element.getBoundingClientRect();
      return (
        width > 0 &&
        (left < outer.left + widthOf(style.borderLeftWidth, style.paddingLeft) - slack ||
          right > outer.right - widthOf(style.borderRightWidth, style.paddingRight) + slack)
      );
    })
    .map((element) => `reaches out of its panel: ${nameOf(element)}`);
}

/** In CSS pixels: a box's own margin, so that what is seen of it is in line with the words. */
const slack = 4;

const widthOf = (...lengths: readonly string[]) =>
  lengths.reduce((sum, length) => sum + Number.parseFloat(length), 0);
