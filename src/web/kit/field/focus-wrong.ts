// After a form was sent in and something in it is wrong, the focus stands in the first wrong field.

/** What a person can be in; a group of choices is entered by its first. */
const ENTERED = 'input, textarea, button, [role="spinbutton"]'

const reachable = (one: Element): one is HTMLElement =>
  one instanceof HTMLElement && one.matches(ENTERED) && one.tabIndex >= 0

function firstWrong(form: HTMLFormElement): HTMLElement | undefined {
  for (const wrong of form.querySelectorAll('[aria-invalid="true"], [data-invalid]')) {
    const found = [wrong, ...wrong.querySelectorAll(ENTERED)].find(reachable)
    if (found) return found
  }
  return undefined
}

/** One ear for all forms: what is wrong shows once the page has drawn its answer. */
export function focusWrongFields(): void {
  document.addEventListener('submit', ({ target }) => {
    if (!(target instanceof HTMLFormElement)) return
    requestAnimationFrame(() => requestAnimationFrame(() => firstWrong(target)?.focus()))
  })
}
