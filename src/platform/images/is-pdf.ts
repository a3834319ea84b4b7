// Whether bytes call themselves a PDF. On its own, so that asking loads neither the reader of PDFs nor that of pictures.
export function isPdf(bytes: Uint8Array): boolean {
  return bytes.length > 4 && Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-'
}
