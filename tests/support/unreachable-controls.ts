import type { Page } from 'playwright-core';

/**
 * Looks at every control as a reader would have to reach it: by scrolling where there is a scroll bar, and in no
 * other way. @returns those that are cut off, covered or out of reach, each with the reason, and editors too small
 * to read in.
 */
export function unreachableControls(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const CONTROLS = 'button, select, input, [role="tab"], a[href]';
    const EDITORS =
      '.graphiql-query-editor .graphiql-editor, .graphiql-editor-tool .graphiql-editor, .result-window';
    const root = document.documentElement;

    /** The editor makes transparent what it hides; a picker's select is so by itself, and its face stands for it. */
    const isHidden = (element: Element): boolean =>
      !element.checkVisibility({ visibilityProperty: true }) ||
      element.parentElement?.checkVisibility({ opacityProperty: true }) === false;

    /** Why no scroll bar brings `element` into view; undefined when one does. */
    function whyOutOfReach(element: Element): string | undefined {
      let { left, right, top, bottom } = element.getBoundingClientRect();
      for (let frame = element.parentElement; frame && frame !== document.body; frame = frame.parentElement) {
        const { overflowX, overflowY, scrollbarWidth } = getComputedStyle(frame);
        const edges = frame.getBoundingClientRect();
        const scrolls = (overflow: string) => /auto|scroll/.test(overflow) && scrollbarWidth !== 'none';
        if (overflowX !== 'visible' && (left < edges.left - 1 || right > edges.right + 1)) {
          if (!scrolls(overflowX)) return `is cut off at the side by ${frame.className}`;
          ({ left, right } = edges);
        }
        if (overflowY !== 'visible' && (top < edges.top - 1 || bottom > edges.bottom + 1)) {
          if (!scrolls(overflowY)) return `is cut off above or below by ${frame.className}`;
          ({ top, bottom } = edges);
        }
      }
      if (left < -1 || right > root.clientWidth + 1) return 'stands beside the page';
      const pageScrolls = [document.body, root].every(
        (each) => getComputedStyle(each).overflowY !== 'hidden',
      );
      return !pageScrolls && bottom > root.clientHeight + 1 ? 'stands below the page' : undefined;
    }

    /** Whether a click in the middle, once it is in view, meets something else. */
    function isCovered(element: Element): boolean {
      element.scrollIntoView({ block: 'center' });
      const { left, width, top, height } = element.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      return hit === null || !(element.contains(hit) || hit.contains(element));
    }

    function problemOf(element: Element): string | undefined {
      const { width, height } = element.getBoundingClientRect();
      const face = element.matches('select') ? element.parentElement : element;
      if (element.matches(EDITORS)) {
        if (width < 180 || height < 60) return `is ${width} by ${height} pixels`;
      } else if (face && face.scrollWidth > face.clientWidth + 1) return 'has its text cut off';
      return whyOutOfReach(element) ?? (isCovered(element) ? 'is covered' : undefined);
    }

    const found = [...document.querySelectorAll(`${CONTROLS}, ${EDITORS}`)].filter((each) => !isHidden(each));
    if (found.length < 20) return [`The page shows ${found.length} controls only.`];
    return found.flatMap((element) => {
      const problem = problemOf(element);
      const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
      return problem ? [`${element.tagName} ${element.className} "${name.slice(0, 40)}" ${problem}`] : [];
    });
  });
}
