// Leaves at once: the page is blank before anything else, the server ends the session behind it, and the neutral page
// takes this one's place in the history.
document.addEventListener('submit', (event) => {
  const form = event.target
  if (!form.matches('[data-exit]')) return
  event.preventDefault()
  document.body.hidden = true
  document.title = ' '
  fetch(form.action, { method: 'POST', keepalive: true, redirect: 'manual' })
  location.replace(form.dataset.exit)
})
