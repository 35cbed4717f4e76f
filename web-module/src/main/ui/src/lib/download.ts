/** Gives the browser a file to save. */
export function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has read the address by the time the click returns, yet some read the content a little later.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}
