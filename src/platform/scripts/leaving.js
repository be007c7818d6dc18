// Asks before a page with something typed and not sent is left. Browsers show their own sentence.
for (const form of document.querySelectorAll('[data-guard]')) {
  let typed = false
  form.addEventListener('input', () => (typed = true))
  form.addEventListener('submit', () => (typed = false))
  addEventListener('beforeunload', (event) => {
    if (typed) event.preventDefault()
  })
}
