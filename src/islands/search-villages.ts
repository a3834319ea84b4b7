// Beside every village picker: looks while people type, as the button "Cari" does without a script. Fetches the same cards the server draws;
// the chosen village stays; when there is no answer, the button still works.

const PAUSE_MS = 250
const FEWEST_LETTERS = 3

for (const picker of document.querySelectorAll<HTMLElement>('[data-island="search-villages"]')) enhance(picker)

function enhance(picker: HTMLElement): void {
  const box = picker.querySelector<HTMLInputElement>('input[type="search"]')
  const finds = picker.querySelector<HTMLElement>('[data-finds]')
  const { source, field } = picker.dataset
  if (box === null || finds === null || source === undefined || field === undefined) return
  let timer = 0
  let asked: AbortController | undefined

  box.addEventListener('input', () => {
    clearTimeout(timer)
    asked?.abort()
    const query = box.value.trim()
    if (query.length >= FEWEST_LETTERS) timer = window.setTimeout(() => void look(query), PAUSE_MS)
  })

  async function look(query: string): Promise<void> {
    asked = new AbortController()
    try {
      const answer = await fetch(`${source}?${new URLSearchParams({ q: query, field: field! })}`, {
        signal: asked.signal,
      })
      if (answer.ok) show(await answer.text())
    } catch {
      // No answer: "Cari" sends the form.
    }
  }

  function show(html: string): void {
    const chosen = finds!.querySelector<HTMLInputElement>('input:checked')
    const card = chosen?.closest('label')
    finds!.innerHTML = html
    if (!card || !chosen) return
    const same = [...finds!.querySelectorAll<HTMLInputElement>('input')].find((input) => input.value === chosen.value)
    if (same) same.checked = true
    else (finds!.querySelector('.choices') ?? finds!).prepend(card)
  }
}

export {}
