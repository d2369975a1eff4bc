const button = document.createElement('button');
button.id = 'picture';
button.textContent = 'Picture';
button.style.cssText = 'position: fixed; top: 8px; right: 8px';
button.addEventListener('click', async () => {
  const { default: html2canvas } = await import('html2canvas');
  document.body.append(await html2canvas(document.body));
});
document.body.append(button);
