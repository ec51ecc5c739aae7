import type { Page } from 'playwright-core';

/** Text that stands out too little from its ground: WCAG 2.2 asks for 4.5:1 (1.4.3), by its formula for contrast. */
export const findFaintText = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const parse = (color: string): readonly number[] => (color.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (color: readonly number[]): number => {
      const [red = 0, green = 0, blue = 0] = color.map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const groundOf = (element: Element | null): readonly number[] => {
      for (let at = element; at !== null; at = at.parentElement) {
        const color = parse(getComputedStyle(at).backgroundColor);
        if (color[3] !== 0) return color;
      }
      return [255, 255, 255];
    };
    const hasText = (element: Element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    return [...document.body.querySelectorAll('*')]
      .filter((element) => (hasText(element) || element.matches('input')) && element.checkVisibility())
      .flatMap((element) => {
        const [one, other] = [parse(getComputedStyle(element).color), groundOf(element)].map(luminance);
        const [dark = 0, light = 0] = [one ?? 0, other ?? 0].sort((a, b) => a - b);
        const contrast = (light + 0.05) / (dark + 0.05);
        return contrast < 4.5 ? [`${element.outerHTML.slice(0, 80)} ${contrast.toFixed(2)}`] : [];
      });
  });
