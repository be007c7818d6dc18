// Long work moves on where it stands: only the bar is fetched anew, and nobody reading is thrown back. When it is over, the page is loaded once.
const seconds = Number(document.body.dataset.again)
const bar = document.querySelector('.progress')
if (seconds > 0) {
  setInterval(async () => {
    try {
      const text = await (await fetch(location.href)).text()
      const next = new DOMParser().parseFromString(text, 'text/html')
      if (!next.body.dataset.again) location.reload()
      else bar?.replaceChildren(...(next.querySelector('.progress')?.childNodes ?? []))
    } catch {
      // The network is away for a moment: asked again.
    }
  }, seconds * 1000)
}
