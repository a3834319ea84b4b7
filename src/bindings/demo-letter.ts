// The photo of a letter for demo cases: drawn here, legible, about nobody.

export async function drawLetter(): Promise<Uint8Array> {
  const lines = Array.from(
    { length: 24 },
    (_, i) =>
      `<text x="70" y="${180 + i * 52}" font-size="28">Baris contoh ${i + 1}: surat ini dibuat untuk peragaan, bukan dokumen resmi.</text>`,
  ).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="1600"><rect width="100%" height="100%" fill="#f6f5f0"/><text x="70" y="110" font-size="44">SURAT KETERANGAN (CONTOH)</text>${lines}</svg>`
  const { default: sharp } = await import('sharp')
  return sharp(Buffer.from(svg)).jpeg({ quality: 82 }).toBuffer()
}
