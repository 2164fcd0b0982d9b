import { listed, between, only, opensOrHas, withFigure, word } from "./pattern.ts"
import type { Voice } from "./voice.ts"

const NUMBER =
  "\\d+(?:[.,]\\d+)?|uma?|dois|duas|três|quatro|cinco|seis|sete|oito|nove|dez|doze|catorze|quatorze|quinze|trinta"

const NEEDED = word(
  "(?:envie|escreva|indique|diga|mande|forneça)-nos|precisamos|confirme (?:a|o) (?:sua|seu)|assine a|indique (?:o|a)"
)

/** The words are those that Portugal and Brazil share. */
export const pt: Voice = {
  greeting: (name) => (name ? `Olá, ${name},` : "Olá,"),
  closing: "Atenciosamente,",
  courtesy: {
    sorry: "Lamentamos o transtorno.",
    again: "Agradecemos a sua resposta.",
    first: "Agradecemos a sua mensagem."
  },
  unanswered: "Infelizmente, ainda não dispomos de informação sobre este assunto.",
  holding:
    "Obrigado por nos avisar. Os colegas responsáveis por estes casos estão a analisar a sua mensagem e vão responder-lhe.",
  askBack: {
    trouble: "Poderia explicar-nos com um pouco mais de detalhe o que acontece?",
    unclear: "Poderia dizer-nos em que podemos ajudar?",
    other: "Poderia explicar-nos com um pouco mais de detalhe do que precisa?"
  },
  otherLanguage: (title, language) => `resposta em português (só em ${language}: «${title}»)`,
  whichCase: (names) => `Qual destes casos é o seu: ${listed(names, "“", "”", "ou")}?`,
  space: " ",
  trouble: word(
    "falt(?:a|am|ava)|perdid[oa]s?|partid[oa]s?|quebrad[oa]s?|rachad[oa]s?|danificad[oa]s?|avariad[oa]s?|avaria|estragad[oa]s?|com defeito|defeitu?os[oa]s?|errad[oa]s?|engano|erro\\p{L}*|atras\\p{L}*|duas vezes(?! (?:ao|à|por|cada) )|em duplicado|bloquead[oa]s?|recus\\p{L}*|falh\\p{L}*|problema\\p{L}*|reclam\\p{L}*|vergonha|inadmissível|inaceitável|pinga|barulh\\p{L}*|não (?:me |nos |se |foi |ainda )*(?:cheg\\p{L}*|receb\\p{L}*|funciona\\p{L}*|liga|arranca|carrega\\p{L}*|aparece\\p{L}*|acontece\\p{L}*|aconteceu)|ainda não"
  ),
  thanks: only(
    "olá|oi|bom dia|boa (?:tarde|noite)|car[oa]s?|prezad[oa]s?|exm[oa]s?",
    "ok|está bem|certo|perfeito|ótimo|óptimo|entendido|tudo (?:bem|certo)|já (?:está|funciona|chegou)|(?:muito |muitíssimo )?obrigad[oa]s?|agradeço|(?:com os )?(?:melhores |meus )?cumprimentos|atenciosamente|atentamente|abraços?|bom fim de semana",
    "mas|porém|não|ainda|contudo"
  ),
  absent: word("não (?:há|havia) (?:nenhum|nenhuma|nada|um|uma|aviso)|também não há"),
  request: word(
    "por favor|podem|pode-me|pode (?:dizer|indicar|enviar|ajudar)-me|poderiam?|quero|queria|gostaria|gostava|precis(?:o|amos)|prefiro|diga(?:m)?-me|envi(?:e|em)-me|resolvam"
  ),
  kinds: [
    {
      asked: word(
        "quando|quanto tempo|quantos (?:dias|meses)|até quando|prazo\\p{L}*|que dia|demora\\p{L}*|ainda|tarde demais|antes d[eo]"
      ),
      given: word(
        `(?:${NUMBER})(?: (?:a|ou|e) (?:${NUMBER}))? (?:dias?|semanas?|m[eê]s(?:es)?|anos?|horas?|minutos?|segundos?)|de imediato|imediat\\p{L}*`
      )
    },
    {
      asked: word(
        "quanto(?! tempo)|custa\\p{L}*|custos?|preços?|portes|taxas?|pag\\p{L}*|grátis|gratuit\\p{L}*|dinheiro|reembols\\p{L}*|devol\\p{L}*|euros"
      ),
      given:
        /\d\s?(?:€|%|euros?|reais)|R\$\s?\d|(?<!\p{L})(?:grátis|gratuit[oa]s?|sem custos?|devolvemos|reembolsad[oa])/iu
    },
    {
      asked: word("posso|podemos|podem|é possível|dá para|tenho de|tenho que|devo|é preciso|pode-se"),
      given: word("pode|podem|deve|devem|só|apenas|não|nunca|possível|necessári[oa]|salvo|permitid[oa]")
    },
    {
      asked: word("como|o que (?:faço|devo|tenho|preciso|acontece)|onde|ajuda\\p{L}*|que faço"),
      given:
        /\s>\s|^(?:Abra|Vá|Prima|Carregue|Escolha|Clique|Use|Envie|Envie-nos|Escreva-nos|Indique|Introduza|Imprima|Entregue|Junte|Pergunte|Veja|Procure|Confirme|Assine|Espere|Guarde|Para)(?!\p{L})/u
    },
    {
      asked: word("o que (?:precisam|é preciso|preciso de|devo|tenho de) ?(?:enviar|mandar)?|que (?:dados|documentos)"),
      given: NEEDED
    }
  ],
  needed: NEEDED,
  needs: word("precisamos|necessitamos"),
  forAgents: word(
    "(?:o|ao|do|este) cliente|(?:a|à|da|esta) cliente|nota interna|macro|(?:o|um) agente|(?:a|uma) agente"
  ),
  claimsAction:
    /(?<!se )(?<!\p{L})(?:(?:já )?(?:fiz|fizemos|pedi|abri|\p{L}{3,}ámos|\p{L}{3,}ei)|(?:tenho|temos) \p{L}+[ai]do|já \p{L}+mos)(?!\p{L})/iu,
  needsContext: opensOrHas(
    "est[aeo]s?|ess[ae]s?|isso|isto|aquel[ae]s?|el[ae]s?|depois(?! d)|então|nesse caso|neste caso|caso contrário|senão|mas|e|ou|também|além disso|amb[oa]s|assim|é(?! (?:possível|preciso|necessári\\p{L}*|permitid\\p{L}*))|são|está|estão|demora|custa|dura|fica|continua|inclui|mantém-se|expira|\\p{L}+mo-l[oa]s?|(?:para|por) (?:isso|isto)|se (?:isso|isto)|\\p{L}+-[oa]s?|(?:pode|deve|podemos|poderá|é preciso|é possível) \\p{L}+[áêéí]-l[oa]s?|se (?:for|não for|estiver|o|a) |nunca [oa]",
    "(?:ness[ea]|nest[ea]|dentro dess[ea]|após ess[ea]|antes dess[ea]|findo ess[ea]) (?:prazo|tempo|data|período)|até lá|(?:nesses|nestes|em tais) casos"
  ),
  macroLetter: between(
    "olá|oi|bom dia|boa (?:tarde|noite)|car[oa]|prezad[oa]|estimad[oa]|exm[oa]",
    "(?:com os )?(?:melhores |meus )?cumprimentos|atenciosamente|atentamente"
  ),
  blanks: [
    {
      says: /(?<!\p{L})(?:(?:damos|daremos|enviamos|enviaremos|fornecemos)-lhe|dar-lhe-emos|recebe(?:rá)?)(?: \p{L}+){0,3}? (?:um|o|o seu) ((?:número|código) d[eao] \p{L}+)/iu,
      announces: true,
      ask: ([, fact = ""]) => ({ blank: fact, text: `O seu ${fact} é [[${fact}]].` }),
      known: withFigure
    },
    {
      says: word("(?:a partir d|após |depois d|seguintes? à ?)(?:a|à)? ?(?:sua )?chegada"),
      when: word("(?:devolv|envi|mand|entreg)\\p{L}*"),
      ask: () => ({ blank: "data de chegada", text: "Chegou-nos em [[data de chegada]]." }),
      known: () => /(?:cheg\p{L}*|receb\p{L}*|entregue\p{L}*)[^.!?\n]*\d/iu
    },
    {
      says: word("meio com que pagou|meio de pagamento|forma de pagamento"),
      when: word("reembols\\p{L}*|dinheiro|devol\\p{L}*|pag\\p{L}*"),
      ask: () => ({ blank: "meio de pagamento", text: "O pagamento foi por [[meio de pagamento]]." }),
      known: () => word("cartão|transferência|paypal|mb ?way|multibanco|pix|boleto|débito direto|klarna|apple pay|iban")
    }
  ]
}
