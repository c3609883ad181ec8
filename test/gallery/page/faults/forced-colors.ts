// Judges what axe leaves out: colors that the system chose. What is shown is worked out by the rules of CSS Color Adjustment,
// since Chromium tells scripts the page's colors: the system's own colors stay, every other one becomes that of its kind of element.
import { every, isOnlyRead, nameOf } from '../elements.ts';

type Color = readonly [red: number, green: number, blue: number, alpha: number];

const names = [
  'Canvas',
  'CanvasText',
  'LinkText',
  'VisitedText',
  'ActiveText',
  'ButtonFace',
  'ButtonText',
  'ButtonBorder',
  'Field',
  'FieldText',
  'Highlight',
  'HighlightText',
  'GrayText',
  'Mark',
  'MarkText',
] as const;

/** Any color as the browser paints it. */
function painted(color: string): Color {
  const brush = new OffscreenCanvas(1, 1).getContext('2d');
  if (!brush) throw new Error('There is nothing to paint on.');
  brush.fillStyle = color;
  brush.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = brush.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

function systemColors(): Record<(typeof names)[number], Color> {
  const probe = document.createElement('i');
  probe.style.setProperty('forced-color-adjust', 'none');
  document.body.append(probe);
  const read = names.map((name) => {
    probe.style.color = name;
    return [name, painted(getComputedStyle(probe).color)] as const;
  });
  probe.remove();
  return Object.fromEntries(read) as Record<(typeof names)[number], Color>;
}

const isSame = (one: Color, other: Color) =>
  one.every((part, place) => Math.abs(part - (other[place] ?? 0)) < 0.02 * (place === 3 ? 1 : 100));

function brightness([red, green, blue]: Color): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) =>
    part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** As WCAG counts it. */
function contrast(one: Color, other: Color): number {
  const [less = 0, more = 0] = [brightness(one), brightness(other)].sort((a, b) => a - b);
  return (more + 0.05) / (less + 0.05);
}

const above = (element: Element): Element | null =>
  element.assignedSlot ??
  element.parentElement ??
  (element.getRootNode() instanceof ShadowRoot ? (element.getRootNode() as ShadowRoot).host : null);

export function forcedFaults(): string[] {
  const system = systemColors();
  const keeps = (element: Element, color: Color) =>
    getComputedStyle(element).forcedColorAdjust === 'none' ||
    Object.values(system).some((one) => isSame(one, color));

  const words = (element: Element): Color => {
    const own = painted(getComputedStyle(element).color);
    if (keeps(element, own)) return own;
    if (element.closest('a[href]')) return system.LinkText;
    if (element.closest('button')) return system.ButtonText;
    return element.closest('input, select, textarea') ? system.FieldText : system.CanvasText;
  };
  const ground = (element: Element | null): Color => {
    if (!element) return system.Canvas;
    const own = painted(getComputedStyle(element).backgroundColor);
    if (own[3] > 0 && keeps(element, own)) return own;
    if (getComputedStyle(element).forcedColorAdjust !== 'none') {
      if (element.matches('button')) return system.ButtonFace;
      if (element.matches('input:not([type=checkbox], [type=radio]), select, textarea'))
        return system.Field;
      if (own[3] > 0) return system.Canvas;
    }
    return ground(above(element));
  };
  const border = (element: Element, pseudo?: string): boolean => {
    const { borderBlockEndWidth, borderBlockEndStyle, borderBlockEndColor } = getComputedStyle(
      element,
      pseudo,
    );
    if (borderBlockEndStyle === 'none' || Number.parseFloat(borderBlockEndWidth) < 1) return false;
    const own = painted(borderBlockEndColor);
    // A border that the page made transparent is drawn, too.
    return !keeps(element, own) || contrast(own, ground(above(element))) >= 3;
  };

  const unreadable = every('body *, section, section *')
    .filter((element) => {
      const hasWords = [...element.childNodes].some(
        (node) => node instanceof Text && node.data.trim() !== '',
      );
      if (
        !hasWords ||
        isOnlyRead(element) ||
        element.matches(':disabled, [aria-disabled=true], option') ||
        element.closest('svg, [aria-disabled=true], :disabled')
      )
        return false;
      return contrast(words(element), ground(element)) < 4.5;
    })
    .map((element) => `forced colors: can't be read on its ground: ${nameOf(element)}`);

  const borderless = every('button, a.button, input, select, textarea')
    .filter((element) => {
      if (isOnlyRead(element)) return false;
      const style = getComputedStyle(element);
      const isToldApart =
        border(element) ||
        border(element, '::before') ||
        style.textDecorationLine.includes('underline') ||
        contrast(ground(element), ground(above(element))) >= 3;
      return !isToldApart;
    })
    .map((element) => `forced colors: nothing tells where it ends: ${nameOf(element)}`);

  const iconless = every('svg')
    .filter((icon) => {
      if (isOnlyRead(icon)) return false;
      const behind = ground(icon);
      const text = words(icon);
      return ![...icon.querySelectorAll('path, circle, rect, line, polyline, polygon, text')].some(
        (shape) => {
          const { fill, stroke, color } = getComputedStyle(shape);
          return [fill, stroke].some((paint) => {
            if (paint === 'none') return false;
            const own = paint === color ? text : painted(paint);
            return own[3] > 0 && contrast(own, behind) >= 3;
          });
        },
      );
    })
    .map(
      (icon) =>
        `forced colors: its lines can't be seen: ${nameOf(icon)} in ${icon.parentElement ? nameOf(icon.parentElement) : ''}`,
    );

  /** All that tells two controls apart where colors are the system's. */
  const look = (element: Element) => {
    const {
      borderBlockEndWidth,
      borderInlineStartWidth,
      textDecorationLine,
      fontWeight,
      outlineWidth,
      outlineStyle,
    } = getComputedStyle(element);
    const { content, width } = getComputedStyle(element, '::before');
    return JSON.stringify([
      ground(element),
      words(element),
      borderBlockEndWidth,
      borderInlineStartWidth,
      textDecorationLine,
      fontWeight,
      outlineStyle === 'none' ? 0 : outlineWidth,
      content,
      content === 'none' ? 0 : width,
      element.querySelectorAll('svg').length,
    ]);
  };
  const stateless = every(
    '[aria-selected=true], [aria-pressed=true], [aria-current]:not([aria-current=false])',
  )
    .filter((element) => {
      const others = [...(element.parentElement?.children ?? [])].filter(
        (other) =>
          other !== element &&
          other.localName === element.localName &&
          !other.matches(
            '[aria-selected=true], [aria-pressed=true], [aria-current]:not([aria-current=false])',
          ),
      );
      return others.some((other) => look(other) === look(element));
    })
    .map((element) => `forced colors: its state can't be seen: ${nameOf(element)}`);

  const unchecked = every('input:is([type=checkbox], [type=radio]):checked')
    .filter((box) => {
      const { content, backgroundColor, borderBlockEndColor, borderBlockEndWidth } =
        getComputedStyle(box, '::after');
      const inside = painted(getComputedStyle(box, '::before').backgroundColor);
      const marks = [
        ...(Number.parseFloat(borderBlockEndWidth) > 0 ? [borderBlockEndColor] : []),
        backgroundColor,
      ]
        .map(painted)
        .filter((color) => color[3] > 0);
      return (
        content === 'none' ||
        !marks.some((mark) => contrast(mark, inside[3] > 0 ? inside : ground(box)) >= 3)
      );
    })
    .map((box) => `forced colors: its tick can't be seen: ${nameOf(box)}`);

  const pressable = every('button[aria-disabled=true]')
    .filter((button) => !isSame(words(button), system.GrayText))
    .map((button) => `forced colors: looks as if it could be pressed: ${nameOf(button)}`);

  return [...unreadable, ...pressable, ...borderless, ...iconless, ...stateless, ...unchecked];
}
