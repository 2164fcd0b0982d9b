/** Lines that help centres put around an article, in the six languages. A whole line must match. */
const LINES: string[] = [
  // Was this helpful, and what follows it.
  "(?:was|did|is|were) (?:this|the)(?: \\w+)? (?:helpful|useful|answer your question|help(?: you)?|solve your (?:problem|issue))",
  "did (?:this|you) (?:answer your question|find (?:this|it|what you were looking for))(?: \\w+)?(?: helpful)?", "how (?:helpful|satisfied|did we do)\\b.{0,40}",
  "(?:\\d+ (?:out )?of \\d+|\\d+ (?:people|users)) found this (?:\\w+ )?helpful", "thanks? (?:you )?for your feedback",
  "war (?:dieser|diese|dieses|der|die|das)? ?(?:beitrag|artikel|seite|antwort|information(?:en)?|inhalt)? ?(?:hilfreich|nützlich)", "haben sie (?:gefunden|eine antwort).{0,40}", "(?:hat|konnte) (?:dies|das|ihnen|dir).{0,40}(?:geholfen|helfen|frage beantwortet)",
  "\\d+ von \\d+ fanden dies hilfreich", "(?:vielen )?dank für (?:ihr|dein) feedback",
  "(?:cet article|cette page|cette réponse|ceci|cela) (?:vous )?(?:a-t-(?:il|elle)|était-(?:il|elle)|vous a)(?: été)?.{0,30}(?:utile|aidé|répondu à votre question)", "avez-vous trouvé (?:cet article|la réponse|cela).{0,30}", "\\d+ (?:utilisateurs?|personnes?)? ?(?:sur|ont trouvé) .{0,40}utile",
  "¿?(?:le |te )?(?:ha sido|fue|resultó|es) (?:útil|de ayuda).{0,30}", "¿?(?:le|te) (?:ha )?(?:resultó|resultado|sirvió|ayudó|ha ayudado).{0,40}", "¿?(?:ha quedado|esto) (?:contestada|responde|respondió).{0,30}pregunta", "(?:usuarios a los que les pareció útil|a \\d+ .{0,30}útil).{0,30}",
  "(?:est[ea]|esse|essa|o|a)? ?(?:artigo|página|resposta|conteúdo|isto|isso) (?:foi|é|ajudou|te ajudou|respondeu).{0,40}", "usuários que acharam isso útil.{0,20}", "\\d+ de \\d+ .{0,30}útil",
  "(?:この|こちらの)?(?:記事|ページ|情報|回答|内容)?は(?:お)?役に立ちましたか", "(?:この|こちらの).{0,8}(?:解決|参考に)(?:しましたか|なりましたか)", "\\d+人中\\d+人が.{0,20}", "ご質問は解決しましたか",
  // More questions, back to the top, signing in.
  "(?:still )?(?:have|got|need) (?:more questions|further questions|help|more help|a question).{0,40}", "(?:contact|submit) (?:us|support|a request)", "(?:return|back) to (?:top|the top)", "skip to (?:main )?content", "please sign in to leave a comment", "(?:sign|log) in to comment",
  "haben sie (?:weitere|noch) fragen.{0,40}", "anfrage einreichen", "zurück (?:zum|nach) (?:seitenanfang|oben|anfang)", "(?:direkt )?zum (?:haupt)?inhalt(?: springen)?", "bitte melden sie sich an, um.{0,40}",
  "vous avez (?:d.autres|encore des|plus de) questions.{0,50}", "envoyer une demande", "(?:retour|revenir) en haut(?: de (?:la )?page)?", "(?:aller|passer) (?:au|directement au) contenu(?: principal)?", "vous devez vous connecter pour.{0,40}",
  "¿?tiene más preguntas.{0,40}", "enviar una solicitud", "(?:volver|regresar) (?:arriba|al (?:inicio|principio))", "(?:ir|saltar) al contenido(?: principal)?", "inicie sesión para.{0,40}",
  "(?:ainda )?tem mais (?:dúvidas|perguntas).{0,40}", "enviar (?:uma )?solicitação", "voltar ao (?:topo|início)", "(?:ir|pular) para o conteúdo(?: principal)?", "(?:por favor, )?entre para (?:deixar|comentar).{0,30}",
  "他にご質問がございましたら.{0,40}", "リクエストを送信", "(?:ページの?)?(?:先頭|トップ)(?:へ|に)(?:戻る)?", "(?:メイン)?コンテンツ(?:へ|に)(?:スキップ|移動)", "サインインしてコメント.{0,20}",
  // Who and when; what a page can do.
  "(?:written by|posted by|by) [^.!?]{2,60}(?:updated|last)[^.!?]{2,60}", "(?:last )?(?:updated|modified|edited)(?: on| at|:)? (?:[\\p{L},.]+ ){0,2}\\d[^!?]{0,30}", "updated (?:over|about|\\d|a|an) .{2,30}ago", "(?:\\d+|one|two|a) (?:\\w+ )?min(?:ute)?s? read",
  "(?:zuletzt )?(?:aktualisiert|geändert|bearbeitet)(?: am| vor|:) [^!?]{0,20}\\d[^!?]{0,25}", "(?:dernière )?(?:mise? à jour|modifié)(?: le| il y a| ?:) ?[^!?]{0,20}\\d[^!?]{0,25}", "(?:última )?(?:actualización|actualizado|modificación)(?: el| hace|:) ?[^!?]{0,20}\\d[^!?]{0,25}", "(?:última )?(?:atualização|atualizado)(?: em| há|:) ?[^!?]{0,20}\\d[^!?]{0,25}", "(?:最終)?更新日?(?:時)?[:：].{2,30}",
  "(?:share|print|copy link|edit (?:this page|on github)|follow|tweet|pdf|teilen|drucken|folgen|partager|imprimer|suivre|compartir|seguir|imprimir|compartilhar|共有|フォローする|印刷)",
  "(?:previous|next|zurück|weiter|précédent|suivant|anterior|siguiente|próximo|前へ|次へ)", "[«‹←<]? ?(?:previous|next) (?:article|page)[^.]{0,80}"
]

/** Headings over what is no part of the article: lists of other pages, comments. */
const SECTIONS: string[] = [
  "(?:related|similar|recommended|popular|promoted|recent|more|other)(?: (?:articles?|posts?|topics?|pages?|questions?|content|resources?|guides?))+", "recently viewed(?: articles)?", "articles in this section", "in this (?:article|section)", "on this page", "(?:table of )?contents", "you (?:may|might) also (?:like|be interested in).{0,10}", "(?:\\d+ )?comments?(?: \\(\\d+\\))?", "leave a (?:reply|comment)", "share this.{0,20}", "tags?", "attachments?:?",
  "(?:verwandte|ähnliche|weitere|beliebte|empfohlene) (?:beiträge|artikel|themen|seiten|fragen)", "zuletzt (?:angesehene?|aufgerufene?).{0,12}", "beiträge in diesem abschnitt", "(?:in diesem artikel|auf dieser seite|inhalt(?:sverzeichnis)?)", "(?:\\d+ )?kommentare?(?: \\(\\d+\\))?",
  "(?:articles?|sujets?|pages?|questions?) (?:associés?|connexes?|liés?|similaires?|associées?|liées?)", "(?:articles )?(?:récemment|dernièrement) consultés?", "articles dans cette section", "(?:dans cet article|sur cette page|sommaire|table des matières)", "(?:\\d+ )?commentaires?(?: \\(\\d+\\))?",
  "(?:artículos|temas|páginas|preguntas) (?:relacionad[oa]s|similares|recomendad[oa]s)", "(?:artículos )?vistos recientemente", "artículos en esta sección", "(?:en este artículo|en esta página|(?:tabla de )?contenidos?|índice)", "(?:\\d+ )?comentarios?(?: \\(\\d+\\))?",
  "(?:artigos|tópicos|páginas|perguntas) (?:relacionad[oa]s|semelhantes|recomendad[oa]s)", "(?:artigos )?(?:vistos|visualizados) recentemente", "artigos nesta seção", "(?:neste artigo|nesta página|índice|sumário)", "(?:\\d+ )?comentários?(?: \\(\\d+\\))?",
  "関連(?:する)?(?:記事|ページ|項目|トピック|コンテンツ)", "最近(?:表示|閲覧)した(?:記事|ページ)", "このセクションの記事", "(?:この記事の内容|目次|このページの内容)", "コメント(?:\\(?\\d+\\)?)?(?:件)?"
]

const whole = (sources: string[]) => new RegExp(`^[\\s·•|–—»«›:]*(?:${sources.join("|")})[\\s?？!.。:：…·•|–—»]*$`, "iu")
const LINE = whole(LINES)
const SECTION = whole(SECTIONS)

/** Longest line that is looked at, in characters. */
export const LONGEST_LINE = 160

export const isBoilerplateLine = (line: string): boolean => line.length <= LONGEST_LINE && LINE.test(line)
export const isBoilerplateHeading = (line: string): boolean => line.length <= 60 && SECTION.test(line)
