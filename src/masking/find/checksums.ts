/** Check digit of payment cards (ISO/IEC 7812-1); anything but digits is skipped. */
export function hasLuhn(number: string): boolean {
  let sum = 0
  let double = false
  let varied = false
  for (let i = number.length - 1; i >= 0; i--) {
    const digit = number.charCodeAt(i) - 48
    if (digit < 0 || digit > 9) continue
    if (digit) varied = true
    sum += double ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit
    double = !double
  }
  return varied && sum % 10 === 0
}

/** Check letter of a Spanish DNI, or of a NIE whose first letter stands for 0, 1 or 2. */
export function hasDniLetter(id: string): boolean {
  const plain = id.toUpperCase().replace(/[^A-Z0-9]/g, "").replace(/^[XYZ]/, (letter) => String("XYZ".indexOf(letter)))
  return "TRWAGMYFPDXBNJZSQVHLCKE"[Number(plain.slice(0, -1)) % 23] === plain.slice(-1)
}
