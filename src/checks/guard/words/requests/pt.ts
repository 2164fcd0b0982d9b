import type { RequestWords } from "./words.ts"

const TOLD =
  "(?:ler|ditar|dizer|enviar|reenviar|mandar|passar|dar|fornecer|indicar|informar|comunicar|" +
  "partilhar|compartilhar|confirmar|copiar|colar|escrever|soletrar|repetir|transmitir|remeter|" +
  "fotografar|mostrar|anotar|encaminhar|reencaminhar|facultar|digitar)"

export const pt: RequestWords = {
  tell: [
    "(?:leia|dite|diga|envie|reenvie|mande|passe|dê|forneça|indique|informe|comunique|partilhe|" +
      "compartilhe|soletre|repita|transmita|remeta|fotografe|mostre|anote|encaminhe|reencaminhe|" +
      "faculte|faça-(?:me|nos) chegar)(?:-me|-nos|-mo|-no-lo|-o|-a)?(?!-lhe| (?:se|quando)\\b)",
    "(?:lê|dita|diz|envia|reenvia|manda|passa|dá|indica|partilha|compartilha|confirma|copia|" +
      "escreve|encaminha|reencaminha)(?:-me|-nos)",
    "(?:me|nos) (?:leia|dite|diga|envie|reenvie|mande|passe|dê|forneça|indique|informe|comunique|" +
      "partilhe|compartilhe|confirme|copie|escreva|encaminhe|mostre|fale|manda|passa|envia|diz)",
    `(?:pode|poderia|podia|pode-me|importa-se de|importava-se de|deve|tem de|tem que|terá ` +
      `de|basta|é só|só precisa de|só tem de|peço(?:-lhe)? que|pedimos(?:-lhe)? que|preciso ` +
      `que|precisamos que|queira)(?: \\S{1,14}){0,3} ?(?:me |nos )?${TOLD}(?:-me|-nos|-o|-a)?`,
    `${TOLD}(?:-me|-nos|-mo)`,
    `(?:me|nos) ${TOLD}`,
    "responda(?: \\S{1,30}){0,8} (?:com|indicando|informando|escrevendo)",
    "(?:responder|responde)(?: \\S{1,30}){0,8} (?:com|indicando)",
    "(?:preciso|precisamos|precisarei|precisaremos|necessito|necessitamos|falta-me|falta-nos|" +
      "faltam-me|aguardo|aguardamos|solicitamos|solicito|vou precisar|vamos precisar)",
    "(?:qual|quais) (?:é|são|era|foi)",
    "(?:que|quais) (?:códigos?|números?|dígitos|palavra|senha) (?:aparece|recebeu|usa|tem|mostra)",
    "o que (?:diz|aparece|mostra|está)",
    "(?:digite|digita|cole|cola|ponha|põe|coloque|coloca|anexe|anexa|escreva|escreve|mande|" +
      "manda|copie|copia)(?:-[oa]s?)?(?: \\S{1,20}){0,10} (?:aqui|pra cá|para cá|(?:neste|nesta|" +
      "no|na|ao) (?:chamado|chat|ticket|mensagem|resposta|conversa))",
    "(?:manda|envia|passa|cola|digita|fala|diz|lê)(?= (?:pra|para|aqui|fotos?|uma?|ess[ea]|" +
      "o|a|os|as|ele|ela|elas|eles|cá))"
  ],
  others: [
    "(?:alguém|quem|qualquer pessoa|ninguém|burlões|burlão|golpistas?|criminosos?|desconhecidos?|" +
      "estranhos?|pessoas?) [^.;!?]{0,60}(?:ped|peç|diss|diz|diga|solicit|exij|exig|lig|quer|" +
      "quis|reclam|faz)\\p{L}*",
    "(?:lhe|te) (?:pediu|pediram|pedir|pedirem|peça|peçam|pede|pedem|disse|disseram|tenha|tenham)",
    "(?:pediram|pediu|disseram|disse)-lhe"
  ],
  receiver: [
    "à polícia",
    "(?:ao|à) (?:seu |sua )?(?:amig[oa]|prim[oa]|irmão|irmã|mãe|pai|filh[oa]|família|destinatári[oa])",
    "para (?:o )?\\d{3,6}",
    "(?:ao|à|no|na|junto do|junto da|com o|com a|a um) (?:\\p{L}+ )?(?:estafeta|motorista|" +
      "entregador|carteiro|transportador(?:a)?|caixa|balcão|loja|receção|recepção|cacifo|farmácia|" +
      "vizinh[oa]|ponto de (?:recolha|retirada)|funcionári[oa]|guichet|guichê|terminal|revisor|" +
      "banco|agência|atendente)"
  ],
  secret: [
    "(?:combinação|algarismos|números?|código)(?: \\S{1,14}){0,6} (?:levanta|levantar|saca|sacar|multibanco|caixa eletrônico)",
    "(?:códigos?|chaves?|senhas?|números?) (?:de (?:reserva|emergência|recuperação|resgate|autorização|" +
      "autenticação|assinatura|uso único|backup)|do banco|bancári[oa]s?)",
    "(?:dados|acessos) (?:do banco|bancários|de acesso|da conta)",
    "(?:usuário|utilizador|login) e (?:\\p{L}+ )?(?:senha|palavra-passe)",
    "(?:palavra|resposta|pergunta|frase|número|chave|data) (?:secret[ao]|memorável|mágic[ao]|" +
      "de segurança|confidencial)",
    "respostas? (?:à|às) (?:sua |suas )?perguntas? (?:secretas?|de segurança)",
    "(?:nome|apelido|sobrenome) de solteira",
    "(?:códigos?|chaves?|senhas?) (?:de (?:recuperação|desbloqueio|reserva|cópia de segurança|" +
      "acesso|backup|verificação|confirmação|segurança|uso único|ativação)|privadas?)",
    "(?:doze|vinte e quatro|12|24) palavras",
    "dados de (?:acesso|login|início de sessão|entrada)",
    "padrão de desbloqueio",
    "código pin",
    "token(?= (?:do|da|de|que))",
    "(?:palavra|algarismos|números|combinação|caracteres|o) (?:que (?:usa|utiliza|escreve|" +
      "digita|põe|introduz)|com (?:a|o|os|as) qua[li]s?) (?:\\S{1,14} ){0,4}(?:para|ao|quando) " +
      "(?:\\S{1,14} ){0,2}(?:entrar|aceder|acessar|iniciar|desbloquear|ligar-se|identificar-se)"
  ],
  code: [
    "(?:códigos?|dígitos|algarismos|números?|senhas?|combinação|sequência|caracteres|numeração)",
    "(?:seis|quatro|oito)(?= (?:que|do|da))"
  ],
  sent: [
    "(?:seu |o )?leitor(?: de cartões?| de cartão)?",
    "(?:na|no) (?:sua |seu )?(?:app|aplicação|aplicativo|telemóvel|celular)(?: \\S{1,14}){0,4} " +
      "(?:aparec\\p{L}+|surg\\p{L}+|mostr\\p{L}+|cheg\\p{L}+)",
    "(?:sms|mensagem|mensagens|torpedo)(?: de texto)?",
    "(?:app|aplicação|aplicativo)(?: \\S{1,16}){0,5} (?:mostra|gera|exibe|indica|dá|autenticação|" +
      "verificação|apresenta)",
    "(?:mostra|gera|aparece|surge|exibe|vê|indica)(?:do|da|dos|das)?(?: \\S{1,14}){0,2} (?:na|" +
      "no|pela|pelo) (?:sua |seu )?(?:app|aplicação|aplicativo|telemóvel|celular|telefone|autenticador)",
    "(?:que|qual)(?: \\S{1,14}){0,4} (?:envi\\p{L}*|mand\\p{L}*|receb\\p{L}*|cheg\\p{L}*|" +
      "aparec\\p{L}*|ca[ií]\\p{L}*|surg\\p{L}*)",
    "(?:recebid|enviad|chegad|mandad)[oa]s?",
    "(?:no|ao|do|pelo|para o) (?:seu |teu )?(?:telemóvel|celular|telefone|smartphone|e-?mail|correio)",
    "autenticador",
    "authenticator",
    "(?:dois|duas|duplo) (?:fatores|fator|passos|etapas)",
    "(?:token|dispositivo) (?:de segurança|do banco|bancário)",
    "para (?:iniciar sessão|entrar|aceder|fazer login|se identificar)"
  ],
  plainCode: [
    "(?:números? d[aoe] (?:encomenda|pedido|seguimento|rastreio|série|cliente|fatura|telefone|" +
      "processo|contrato|modelo|lote|reserva|referência|telemóvel|celular|contador|apólice|" +
      "envio|caso|conta)|códigos? (?:postal|promocional|qr|d[aeo] (?:erro|barras|levantamento|" +
      "recolha|retirada|desconto|rastreio|rastreamento|seguimento|produto|devolução|cor|artigo|" +
      "reserva|encomenda|pedido)))"
  ],
  card: ["cart(?:ão|ões)(?: (?:bancário|de (?:crédito|débito|pagamento)|multibanco|visa|mastercard))?"],
  cardPart: [
    "vire-o",
    "vire (?:o|do outro)",
    "(?:números?|dígitos|algarismos|numeração|código|três)(?: \\S{1,14}){0,4} (?:complet[oa]s?|" +
      "inteir[oa]s?|long[oa]s?|frente|verso|trás|atrás|traseira|dezasseis|dezesseis|16)",
    "(?:dezasseis|dezesseis|16|três|3|quatro|todos os|os 16|os três) (?:dígitos|números|algarismos)",
    "(?:ambos os lados|os dois lados|frente e (?:o )?verso|verso)",
    "código (?:de segurança|de verificação|do verso)",
    "numeração"
  ],
  plainCard: [
    "cart(?:ão|ões)(?:-| )(?:(?:de )?(?:presente|oferta)|de (?:cliente|fidelidade|sócio|memória|" +
      "visita|embarque|pontos|cidadão|garantia|biblioteca)|sim|sd|gráfic[ao]|cliente|postal)",
    "placa gráfica"
  ],
  signIn: [
    "(?:link|ligação|hiperligação|url|botão) (?:de (?:acesso|início de sessão|entrada|redefinição|" +
      "recuperação|verificação|ativação|confirmação|login|uso único)|mágic[ao]|para (?:(?:iniciar " +
      "sessão|entrar|aceder|acessar|redefinir|recuperar|fazer login)|(?:\\S{1,14} ){0,2}(?:palavra-passe|senha)))",
    "(?:e-?mail|mensagem|sms|correio)(?: \\S{1,14}){0,6} (?:link|ligação|botão)(?: \\S{1,14}){0,4} " +
      "(?:acesso|sessão|entrar|aceder|acessar|palavra-passe|senha|mágico|ativação|verificação|login)",
    "e-?mail de (?:acesso|início de sessão|redefinição|verificação|recuperação|login)"
  ],
  remote: [
    "(?:número|id|código|endereço) d[ea] (?:sessão|conexão|ligação|posto|parceiro|acesso remoto)",
    "(?:acesso|controlo|controle|assistência|suporte|ambiente de trabalho|área de trabalho|" +
      "ligação|conexão|manutenção|sessão|ajuda|apoio) (?:remot[oa]|à distância)",
    "(?:de forma|de maneira) remota",
    "remotamente",
    "à distância",
    "(?:partilh|compartilh)\\p{L}*(?: \\S{1,14}){0,2} (?:o seu |a sua |o |a |do |da )?(?:ecrã|tela)",
    "(?:programa|aplicação|aplicativo|app|ferramenta|software)(?: \\S{1,14}){0,8} (?:controlar|" +
      "ver|mexer|mover|assumir|ligar\\p{L}*|conectar\\p{L}*)(?: \\S{1,14}){0,4} (?:ecrã|tela|" +
      "computador|equipamento|rato|mouse|pc)"
  ],
  act: [
    "(?:inicie|execute|rode|clique|carregue|aperte|toque|permita|autorize|aceite)",
    "(?:instale|descarregue|baixe|abra|inicie|execute|aceite|autorize|conceda|dê|deixe|permita|" +
      "partilhe|compartilhe|ative|clique|utilize|use|leia|diga|indique|faculte|transfira|confirme|" +
      "faça o download)(?:-me|-nos|-o|-a)?",
    "(?:instala|descarrega|baixa|abre|executa|aceita|autoriza|ativa|partilha|deixa-me)",
    "(?:por favor|pode|poderia|deve|tem de|tem que|terá de|basta|é só|preciso que|só)(?: " +
      "\\S{1,14}){0,4} (?:instalar|descarregar|baixar|abrir|iniciar|executar|aceitar|autorizar|" +
      "conceder|dar|deixar|permitir|partilhar|compartilhar|ativar|usar|utilizar|transferir|" +
      "instale|aceite)(?:-me|-nos)?"
  ],
  over: [
    "deixe-(?:me|nos) (?:entrar|ver|mexer|aceder|acessar)(?: \\S{1,12}){0,2} (?:tela|ecrã|computador|pc)",
    "(?:eu )?(?:mexo|mexerei|movo|moverei|assumo|controlo|vejo|conduzo|guio|comando|mexemos)(?: " +
      "\\S{1,12}){0,2} (?:o|a|no|na|com o|seu|no seu) (?:mouse|rato|ecrã|tela|computador|teclado|pc|" +
      "cursor|portátil|notebook|equipamento)",
    "(?:assumir|assuma|assumo|assumirá|assumirei|assumimos|tomar|tome|tomo|ter|pegar)(?: " +
      "\\S{1,14}){0,2} (?:o controlo|o controle|os comandos|controlo|controle)",
    "(?:controlar|comandar|aceder a|aceder ao|acessar|entrar no|ver|ligar-me ao|ligar-nos " +
      "ao|ligar-se ao|me conectar ao|conectar-me ao|se conectar ao|trabalhar no|mover|mexer " +
      "no|operar|controle|aceda ao|acesse|entre no|veja|se ligue ao|vejamos|acedamos ao)(?: " +
      "\\S{1,14}){0,2} (?:seu|sua|o seu|a sua|teu|tela|ecrã) ?(?:computador|ecrã|tela|equipamento|" +
      "pc|rato|mouse|portátil|notebook|máquina)?",
    "(?:acesso|controlo|controle|permissão|comandos)(?: \\S{1,14}){0,3} (?:a|ao|à|do|da|sobre|" +
      "no) (?:o |a )?(?:seu|sua|teu) (?:computador|ecrã|tela|equipamento|pc|rato|mouse|portátil|" +
      "notebook|máquina)"
  ],
  voucher: [
    "(?:cart(?:ão|ões)|vales?|códigos?|cupões|cupons)[- ](?:de )?(?:presentes?|oferta|pré-pagos?|" +
      "recarga|compras?|google|amazon|steam)",
    "vales?",
    "cupões",
    "cupons",
    "gift cards?",
    "vouchers?",
    "recargas?"
  ],
  voucherCode: ["(?:códigos?|números?|dígitos|algarismos|fotos?|fotografias?|rasp\\p{L}*|verso|talão|recibo|pins?)"],
  buy: [
    "(?:compre|adquira|arranje|compra|vá comprar)(?:-nos|-me)?",
    "(?:por favor|pode|poderia|deve|tem de|tem que|basta)(?: \\S{1,14}){0,3} (?:comprar|adquirir|arranjar)"
  ],
  pay: [
    "(?:pag\\p{L}+|transfer\\p{L}+|transfir\\p{L}+|envi\\p{L}+|mand\\p{L}+|dinheiro|valor|" +
      "quantia|montante|taxas?|caução|depósito|depositar|deposite|remet\\p{L}+|liquid\\p{L}+|" +
      "coloque|ponha|meta|aceit\\p{L}+|despesas|custos)"
  ],
  untraceable: [
    "(?:dinheiro|notas|numerário|espécie|valor|quantia)(?: \\S{1,14}){0,6} (?:num|em um|dentro " +
      "de um|dentro do|por|pelo|pelos|através de) (?:\\p{L}+ )?(?:envelope|correio|correios|" +
      "carta|encomenda|estafeta|portador|pacote)",
    "envelope(?: \\S{1,14}){0,4} (?:dinheiro|notas)",
    "(?:amigos (?:e|ou|&) (?:família|familiares)|familiares (?:e|ou) amigos|entre amigos)",
    "(?:caixas?|máquinas?|atms?) (?:automátic[ao]s? )?(?:de )?(?:bitcoins?|criptomoedas?)",
    "cripto(?:moedas?|ativos?)?",
    "vale postal",
    "conta (?:pessoal|particular|privada) (?:do|da|de)"
  ],
  need: [
    "(?:é|são|será|serão|seria|seriam)(?: \\S{1,14}){0,3} (?:necessári[oa]s?|precis[oa]s?|" +
      "imprescindíve(?:l|is)|obrigatóri[oa]s?)",
    "(?:falta|faltam|basta|bastam|bastaria|resta|restam|precisa-se|é só|necessitamos|precisaríamos|" +
      "precisava|precisávamos)",
    "(?:a única coisa|só|apenas) (?:que )?(?:nos |me )?(?:falta|resta|precis\\p{L}+)",
    "o que falta",
    "(?:anex\\p{L}+|junte|carregue|suba|envie em anexo)"
  ],
  strong: [
    "(?:doze|vinte e quatro|12|24)(?: \\p{L}+)? palavras",
    "frase (?:semente|de recuperação|secreta|mnemónica|mnemônica|-semente)",
    "cookies? de sessão",
    "valor do cookie",
    "token(?: de (?:sessão|acesso))?",
    "id_(?:rsa|ed25519|ecdsa|dsa)",
    "chaves? (?:privadas?|ssh|de api|de assinatura|secretas?|mestras?)",
    "(?:código )?puk",
    "(?:aplicativo |aplicação |app )?autenticador(?:a)?",
    "authenticator",
    "(?:chave móvel digital|gov\\.br|cartão de cidadão digital|certificado digital)",
    "(?:senha|palavra-passe|código|palavra|número)(?: \\p{L}+)? (?:que|com (?:o|a) qual) " +
      "(?:\\S{1,14} ){0,5}(?:escolheu|definiu|combinou|criou|usa|utiliza|digita|marca|põe|coloca|introduz)",
    "(?:algarismos|dígitos|números) (?:que|com os quais) (?:\\S{1,14} ){0,5}(?:digita|marca|" +
      "põe|usa|utiliza|introduz|insere)(?: \\S{1,14}){0,5} (?:caixa|loja|terminal|maquininha|" +
      "multibanco|pagar|comprar)\\p{L}*",
    "o que (?:digita|escreve|põe|coloca|introduz)(?: \\S{1,14}){0,4} (?:por baixo|embaixo|" +
      "abaixo|para entrar|ao entrar)"
  ],
  identity: [
    "(?:bilhete|cartão|carteira|documento)(?: nacional)? de (?:identidade|cidadão|identificação|" +
      "conduc\\p{L}+|motorista|habilitação)",
    "passaportes?",
    "carta de condução",
    "rg",
    "cnh"
  ],
  photo: [
    "câmara",
    "câmera",
    "(?:fotos?|fotografi\\p{L}*|fotografe|selfies?|digitaliz\\p{L}*|cópias?|imagens?|frente " +
      "e (?:no )?(?:o )?(?:verso|atrás)|na frente e atrás|ambos os lados|os dois lados)"
  ],
  cover: ["(?:tap\\p{L}+|risc\\p{L}+|ocult\\p{L}+|cubr\\p{L}+|escond\\p{L}+|desfoc\\p{L}+|rasur\\p{L}+)"],
  grant: [
    "(?:aprove|aceite|confirme|autorize|toque|carregue|clique|valide)(?: \\S{1,14}){0,10} " +
      "(?:pedido|notificação|solicitação|acesso|aparelho|dispositivo|sim|mensagem|login)(?: " +
      "\\S{1,14}){0,10} (?:eu|nós|nosso|nossa|meu|colega|gente|entr\\p{L}+|envi\\p{L}+|mand\\p{L}+)",
    "(?:quando|enquanto|para) (?:eu|nós|a gente|o nosso|a nossa) ?(?:\\p{L}+ )?(?:entrar|" +
      "entrarmos|iniciar|fizer|aceder|acessar)(?: \\S{1,14}){0,12} (?:aprov\\p{L}+|aceit\\p{L}+|" +
      "confirm\\p{L}+|autoriz\\p{L}+)",
    "(?:leia|escaneie|digitalize|aponte|lê)(?: \\S{1,14}){0,6} (?:qr|código)(?: \\S{1,14}){0,8} " +
      "(?:vou|vamos|iremos|lhe|te) (?:\\S{1,14} ){0,2}(?:envi\\p{L}*|mand\\p{L}*|mostr\\p{L}*|agora)",
    "(?:adicione|coloque|ponha|registe|cadastre|indique)(?: \\S{1,14}){0,6} (?:nosso|nossa|" +
      "meu|minha)(?: \\S{1,14}){0,6} (?:recuperação|confiança|autorizad[oa]|segund[oa]|conta|" +
      "aparelho|beneficiári[oa])",
    "(?:desvie|encaminhe|reencaminhe)(?: \\S{1,14}){0,4} (?:chamadas|ligações|sms|mensagens)(?: " +
      "\\S{1,14}){0,3} para (?:o nosso|a nossa|o meu|este)"
  ],
  cash: [
    "dinheiro vivo",
    "em (?:dinheiro|espécie|numerário|notas)",
    "notas de (?:\\d+|cinco|dez|vinte|cinquenta|cem|banco|euro|reais)",
    "numerário",
    "cédulas",
    "notas e moedas",
    "o dinheiro"
  ],
  envelope: [
    "envelopes?(?: \\p{L}+)?",
    "(?:pelo|por|pelos) (?:correio|correios|carta|estafeta|motoboy)",
    "encomenda",
    "carta registada",
    "sedex",
    "pacote",
    "entre as páginas"
  ],
  person: [
    "(?:meu|minha|nosso|nossa|do|da|ao|à) (?:doutora?|instalador(?:a)?|montador(?:a)?|encanador|" +
      "canalizador|eletricista|porteir[oa]|zelador(?:a)?|dentista|veterinári[oa]|terapeuta|advogad[oa]|" +
      "notári[oa]|corretor(?:a)?|vendedor(?:a)?|fornecedor(?:a)?|adjunt[oa]|superior|capitão|garçom|" +
      "garçonete|cozinheir[oa]|jardineir[oa]|fotógraf[oa]|revisor(?:a)?|estagiári[oa]|president[ea]|" +
      "fundador(?:a)?|treinador(?:a)?|administrador(?:a)?|proprietári[oa]|senhori[oa]|operári[oa]|" +
      "coordenador(?:a)?|síndic[oa]|pedreiro|pintor(?:a)?)",
    "(?:chave|celular|telemóvel|número) (?:pix )?(?:pessoal|particular|privad[oa])",
    "(?:meu|minha|nosso|nossa)(?: \\p{L}+)? (?:colega|chefe|diretor(?:a)?|professor(?:a)?|" +
      "prof|formador(?:a)?|estafeta|motorista|entregador(?:a)?|técnic[oa]|assistente|gerente|" +
      "marido|mulher|esposa|esposo|irmão|irmã|filh[oa]|amig[oa]|prim[oa]|contabilista|contador(?:a)?|" +
      "secretári[oa]|responsável|guia|tesoureir[oa]|enfermeir[oa]|médic[oa]|don[oa]|sóci[oa]|" +
      "instrutor(?:a)?|motoboy)",
    "(?:do|da) (?:colega|chefe|professora?|estafeta|motorista|entregadora?|técnic[oa]|gerente|" +
      "marido|esposa|irmão|irmã|filh[oa]|amig[oa]|secretári[oa])",
    "(?:senhor|senhora|sr\\.|sra\\.|dona|dr\\.|dra\\.) \\p{L}{2,}",
    "conta(?: \\p{L}+)? (?:particular|pessoal|privada) (?:de|do|da)",
    "minha (?:própria conta|conta (?:pessoal|particular|privada))",
    "diretamente (?:a ele|a ela|a mim|comigo|para mim)",
    "conta del[ea]"
  ],
  account: [
    "(?:transfer\\p{L}*|transfir\\p{L}*|deposit\\p{L}*|conta|iban|nib|mb ?way|pix|boleto|" +
      "paypal|revolut|picpay|vale postal)"
  ]
}
