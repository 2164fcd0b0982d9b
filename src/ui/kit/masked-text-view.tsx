/** Shows text with its placeholders highlighted. */
export function MaskedTextView({ text }: { text: string }) {
  return text.split(/(\[[A-Z][A-Z_]*_\d+\])/).map((piece, index) =>
    index % 2 === 1 ? (
      <bdi key={index} className="ph">
        {piece}
      </bdi>
    ) : (
      piece
    )
  )
}
