// Copy buttons are hidden until this script runs in a browser that can copy: without it the text can still be selected.
for (const button of navigator.clipboard ? document.querySelectorAll('[data-copy]') : []) {
  button.hidden = false
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim())
    button.querySelector('[data-copied]').textContent = button.dataset.done
  })
}
