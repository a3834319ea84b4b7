// Colour arithmetic: OKLCH to sRGB hex, and the contrast ratio of WCAG 2.2. Pure; used for a region's accent and by the style guide,
// which shows measured numbers instead of promised ones.

/** OKLCH to sRGB hex. Chroma is lowered until the colour exists on a screen; lightness 0..1, hue in degrees. Source: B. Ottosson, 2020. */
export function oklchToHex(lightness: number, chroma: number, hueDegrees: number): string {
  for (let c = chroma; ; c -= 0.001) {
    const rgb = oklchToLinear(lightness, Math.max(c, 0), hueDegrees)
    if (c <= 0 || rgb.every((x) => x >= -1e-6 && x <= 1.000001)) {
      return `#${rgb
        .map((x) =>
          Math.round(encode(Math.min(1, Math.max(0, x))) * 255)
            .toString(16)
            .padStart(2, '0'),
        )
        .join('')}`
    }
  }
}

function oklchToLinear(lightness: number, chroma: number, hueDegrees: number): [number, number, number] {
  const angle = (hueDegrees * Math.PI) / 180
  const a = chroma * Math.cos(angle)
  const b = chroma * Math.sin(angle)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

const encode = (x: number): number => (x <= 0.0031308 ? 12.92 * x : 1.055 * x ** (1 / 2.4) - 0.055)
const decode = (x: number): number => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4)

function luminance(hex: string): number {
  const full = hex.length === 4 ? `#${[...hex.slice(1)].map((x) => x + x).join('')}` : hex
  const [r, g, b] = [1, 3, 5].map((i) => decode(Number.parseInt(full.slice(i, i + 2), 16) / 255)) as [
    number,
    number,
    number,
  ]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Contrast of two colours (`#rgb` or `#rrggbb`), 1 to 21. WCAG 2.2, 1.4.3. */
export function contrast(one: string, other: string): number {
  const [x, y] = [luminance(one), luminance(other)]
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
}
