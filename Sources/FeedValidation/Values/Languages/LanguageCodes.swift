/// The codes of languages: ISO 639-1, and ISO 639-2, 639-3 and 639-5 where there is no shorter one.
enum LanguageCodes {
  /// Codes of two letters, those among them that were replaced: `iw`, `mo`.
  static let short = LetterCodes(
    pairs: """
      aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy \
      da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu \
      hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb \
      lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om \
      or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv \
      sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu \
      in iw ji jw mo
      """
  )

  /// Codes of three letters, also where there are shorter ones. The first two letters of a word
  /// begin a code with each of the others.
  static let long = LetterCodes(
    triples: """
      aaabcdefghiklnopqrstuvwxz ababcdefghijklmnopqrstuvwxyz acabdefhiklmnpqrstuvwxyz \
      adabdefghijlnoqrstuwxyz aeabcdeklmnqrsuwyz afabdeghiknoprstuz agabcdefghijklmnoqrstuvwxyz \
      ahabghiklmnoprst aiabcdefghijklmnopqrtwxy ajaginpsuwz akabcdefghijklmopqrstuvwxyz \
      alabcdefghijklmnopqrstuvwxyz amabcefghijklmnopqrstuvwxyz anabcdefghijklmnopqrstuvwxyz \
      aoabcdefgijklmnrstuxz apabcdefghijklmnopqrstuvwxyz aqacdgklmnprtz arabcdeghijklmnopqrstuvwxyz \
      asabcefghijklmnopqrstuvwxyz atabcdeghijklmnopqrstuvwxyz auabcdfghijklmnopqrstuwxyz \
      avabdeiklmnostuv awabcdeghikmnorstuvwxy axbegklmx ayabcdeghiklmnopqrstuz azabcdegjmnotz \
      baabcdefghijklmnopqrstuvwxy bbabcdefghijklmnopqrstuvwxy bcabcdefghijklmnopqrstuvwyz \
      bdabcdefghijklmnopqrstuvwxyz beabcdefghijklmnopqrstuvwxyz bfabcdefghijklmnopqrstuwxyz \
      bgabcdefgijklnopqrstuvwxyz bhabcdefghijlmnopqrstuvwxyz biabdefghklmnopqrstuvwxyz \
      bjabcefghijklmnoprstuvwxyz bkacdfghijklmnopqrstuvwxyz blabcdefhijklmnopqrstvwxyz \
      bmabcdefghijklmnopqrstuvwxz bnabcdefgijklmnopqrstuvwxyz boabdefghijklmnopqrstuvwxyz \
      bpacdeghijklmnopqrstuvwxyz bqabcdfghijklmnopqrstuvwxyz brabcdefghijklmnopqrstuvwxyz \
      bsabcefghijklmnopqrstuvwxy btacdefghijkmnopqrstuvwxyz buabcdefghijklmnopqrstuvwxyz \
      bvabcdefghijklmnopqrtuvwxyz bwabcdefghijklmnopqrstuwxyz bxabcdefghijklmnopqrsuvwz \
      byabcdefghijklmnopqrstvwxz bzabcdefghijklmnopqrstuvwxyz caabcdefghijklmnopqrstuvwxyz \
      cbabcdgijklnoqrstuvwy cccdeghjlmnoprs cdacdefhijmnorsyz ceabgklnsty cfadgm cgacgk \
      chabcdefghijklmnopqrtuvwxyz ciabcdehkmnprwy cjaehikmnopsvy ckbhlmnoqrstuvxyz clacdehijklmotuwy \
      cmacegilmnorst cnabcghiklopqrstuwx coabcdefghjklmnopqrstuvwxz cpabcefginopsuxy cqd \
      crabcdefghijklmnopqrstvwxyz csabcdefghijklmnopqrstuvwxyz ctacdeghlmnopstuyz \
      cuabchijklopqrstuvwxy cvgn cwabdegt cyabmo czehknot daacdeghijklmnoqrsuvwxyz \
      dbabdefgijlmnopqrtuvwy dccr ddadegijnorsw decdefghiklmnpqrsuvz dgabcdeghiklnorstwxz \
      dhdgilmnorsuvwx diabcdfghijklmnopqrsuvwxyz djabcdefijkmnoruw dkagkrsx dlgkmn \
      dmabcdefgklmnorsuvwxy dnadegijknortuvwy doabcefhiklnopqrstvwxyz dpp drabcdegilnoqstuy \
      dsbehilnoqz dtabdhikmnoprstuy duabcefghiklmnopqrstuvwxyz dva dwakrsuwyz dyabdgimnouy dzaeglno \
      eaa ebcgkoru ecrsy eee efaei egalmoxy ehsu eiptv eja ekaegiklmopry elehiklmoux \
      emabegikmnpqsuwxyz enabcdfghlmnoqruvwx eot epio eraghikorstw eseghiklmnoqstuxy etbchnorstuxz \
      euqs evehn eweo ext eyao ezae faabdfghijklmnoprstuxyz fbl fcs fer ffim fgr fiaefjlnprtuw fkkv \
      flahilnry fmpu fnbgi fodimnrsx fpe fqs fracdekmopqrsty fsels fubcdefhijlmnqrtuvy fvr fwae \
      gaabcdefghijklmnopqrstuwxyz gbabdefghijklmnopqrsuvwxyz gccdeflnrt gdabcdefghijklmnoqrstux \
      geabcdfghijklmoqrsvwxyz gfkt ggabdegkltuw ghacehklnorst giabcdeghilmnpqrstuwxyz gjkmnru \
      gkadenopu glabcdeghjkloruvwy gmabdeghlmnqruvwxyz gnabcdeghijklmnoqrtuwz \
      goabcdefghijklmnopqrstuvwxyz gpaen gqainru grabcdeghijkmnoqrstuvwxyz gseglmnopsw gtau \
      guabcdefghijklmnopqrstuwxz gvacefjlmnoprsy gwabcdefgijmnrtuwx gxx gyabdefgilmnoryz gzain \
      haabcdefghijklmnopqrstuvwxyz hbabnosu hcah hdnsy heabdghimr hgmw hhiry hiabdfghijklmnortwx hji \
      hkaehkns hlabdetu hmabcdefghijklmnopqrstuvwxyz hnadeghijnosu hoabcdehijklmoprstvwyz hpos \
      hracekmoptuvwxz hsbhlns htiosux hubcdefghijklmnopqrstuvwxyz hvceknv hwaco hyaewx iainr \
      ibabdeghlmnoruy icaehlr idabcdeiorstu ifabefkmuy igbeglmnosw ihbipw iiinr ijcejnos \
      ikeikloprstuvwxz ilabegikmopsuv imailnorsty inabcdeghjlmnopstz ioruw ipiko iquw iraehiknoruxy \
      isacdeghiklmnortu itabcdeiklmorstvwxyz ium ivbv iwkmos ixcl iyaox izhrz \
      jaabcdefhjklmnoqstuvxyz jbeijkmnortuw jcst jdagt jebehiklnrtu jgbeko jhis jiabcdeghilmoqtuvy \
      jjer jkamoprsu jles jmabcdilnrswx jnadgijls jobdgrsw jpanrx jqr jrabrtu jsl \
      juabcdhiklmnoprstuwy jvdn jwi jyaey kaabcdefghijklmnopqrstuvwxyz kbabcdeghijklmnopqrstuvwxyz \
      kcabcdefghijklmnopqrstuvwxyz kdacdefghijklmnopqrtuwxyz keabcdefghijklmnopqrstuvwxyz \
      kfabcdefghijklmnopqrstuvwxyz kgabefgijklmnopqrstuvwxy khabcdefghijklmnopqrstuvwxyz \
      kiabcdefghijklmnopqrstuvwxyz kjabcdeghijklmnopqrstuvxyz kkabcdefghijklmnopqrstuvwxyz \
      klabcdefghijklmnopqrstuvwxyz kmabcdefghijklmnopqrstuvwxyz knabcdefgijklmnopqrstuvwxyz \
      koacdefghiklmnopqrstuvwyz kpabcdefghijklmnoqrstuvwxyz kqabcdefghijklmnopqrstuvwxyz \
      krabcdefhijklnoprstuvwxyz ksabcdefghijklmnopqrstuvwxyz ktabcdefghijklmnopqstuvwxyz \
      kuabcdefghijklmnopqrstuvwxyz kvabcdefghijklmnopqrtuvwxyz kwabcdefghijklmnoprstuvwxyz \
      kxabcdfhijkmnopqrstvwxyz kyabcdefghijklmnopqrstuvwxyz kzabcdefgiklmnopqrsuvwxyz \
      laabcdefghijlmnopqrstuvwxyz lbbcefgijklmnoqrstuvwxyz lccdefhlmpqs ldabdghijklmnopq \
      leabcdefhijklmnopqrstuvwxyz lfan lgabghiklmnoqrtuz lhahilmnpstu liabcdefghjklmnopqrstuvwxyz \
      ljaeilpwx lkabcdehijlmnorstuy llabcdefghijklmnpqsux lmabcdefghijklnopqruvwxy lnabdghijlmnsuwz \
      loabcefghijklmnopqrstuvwxyz lpaenox lqr lracegiklmnortvz lsabcdehilmnoprstvwy ltcghinosuz \
      luabcdefgijklmnopqrstuvwyz lvaiksu lwaeghlmostuw lxm lyagn lzhlnz maabcdefghijklmnopqrstuvwxyz \
      mbabcdefhijklmnopqrstuvwxyz mcabcdefghijklmnopqrstuvwxyz mdabcdefghijklmnpqrstuvwxyz \
      meabcdefhijklmnopqrstuvwyz mfabcdefghijklmnopqrstuvwxyz mgabcdefghijklmnopqrstuvwyz \
      mhabcdefgijklmnopqrstuwxyz miabcdefghijklmnopqrstuwxyz mjbcdeghijklmnopqrstuvwxyz \
      mkabcdefghijklmnopqrstuvwxyz mlabcefghijklmnopqrstuvwxz mmabcdefghijklmnopqrtuvwxyz \
      mnabcdefghijklmnopqrsuvwxyz moacdeghijkmnopqrstuvwxyz mpabcdeghijklmnopqrstuvwxyz \
      mqabcefghijklmnopqrstuvwxyz mrabcdefghijklmnopqrstuvwxyz msabcdefghijklmnopqrsuvwxyz \
      mtabcdefghijklmnopqrstuvwxy muabcdeghijklmnopqrstuvxyz mvabdefghiklnopqrstuvwxyz \
      mwabcefghiklmnopqrstuvwz mxabcdefghijklmnopqrstuvwxyz myabcefghjklmnoprsuvwxyz \
      mzabcdeghijklmnopqrstuvwxyz naabcefghijklmnopqrstuvwxyz nbabcdeghijklmnopqrstuvwy \
      ncabcdefghijklmnoqrstuxz ndabcdefghijklmnopqrstuvwxyz neabcdefghijkmnopqrstuvwxyz nfadlru \
      ngabcdefghijklmnpqrstuvwxyz nhabcdefghikmnopqrtuvwxyz niabcdefghijklmnoqrstuvwxyz \
      njabdhijlmnorstuxyz nkabcdefghijkmnopqrstuvwxz nlacdegijklmoquvwxyz \
      nmabcdefghijklmnopqrstuvwxyz nnabcdefghijklmnopqrtuvwyz noabcdefghijklmnpqrstuvwyz \
      npabghilnosuxy nqgklmnoqty nrabcefgiklmnprtuxz nsabcdefghiklmnopqrstuvwxyz ntdegijkmopruwxyz \
      nuabcdefghijklmnopqrstuvwxyz nvhmo nwabcegimorwxy nxadegiklmnoqrx nyabcdefghijklmnopqrstuvwxy \
      nzabdikmsuyz oaacrv obiklmortu ocahimou odaktu ofosu ogbcegou ohtu oiaen ojbcgipsvw \
      okabcdeghijklmnorsuvxz oladekmortu omabcgiklnopqrtuvwxy onabegijknoprstuwx oodgnrs opakmoty \
      oraceghimnorstuvwxyz osacinopstux otabdeiklmnoqrstuwxyz ouabeim ovd owil oybdmy ozm \
      paabcdefghiklmnopqrsuvwxyz pbbcefghilmnoprstuvy pcabcdefghijklmnpw pdacinotu \
      peabdefghijklmopqrsvxyz pfael pgadgiklnsuz phadghijklmnoqrtuvw piabcdefghjlmnoprstuvwxyz pjt \
      pkabcghnoprstu plabcdefghijklnoqrstuvwyz pmabdefhijklmnoqrstwxyz pnabcdeghijklmnopqrstuvwxyz \
      pocefghiklmnopqrstvwxyz ppeiklmnopqstu pqaemw pracdefghiklmnopqrstuwxz psacdeghilmnopqrstuwy \
      ptahinopqrtuvwy puabcdefgijmopqrstuwxy pwabgimnorw pxm pyemnsuxy pzhn \
      qaabcdefghijklmnopqrstuvwxyz qbabcdefghijklmnopqrstuvwxyz qcabcdefghijklmnopqrstuvwxyz \
      qdabcdefghijklmnopqrstuvwxyz qeabcdefghijklmnopqrstuvwxyz qfabcdefghijklmnopqrstuvwxyz \
      qgabcdefghijklmnopqrstuvwxyz qhabcdefghijklmnopqrstuvwxyz qiabcdefghijklmnopqrstuvwxyz \
      qjabcdefghijklmnopqrstuvwxyz qkabcdefghijklmnopqrstuvwxyz qlabcdefghijklmnopqrstuvwxyz \
      qmabcdefghijklmnopqrstuvwxyz qnabcdefghijklmnopqrstuvwxyz qoabcdefghijklmnopqrstuvwxyz \
      qpabcdefghijklmnopqrstuvwxyz qqabcdefghijklmnopqrstuvwxyz qrabcdefghijklmnopqrstuvwxyz \
      qsabcdefghijklmnopqrstuvwxyz qtabcdefghijklmnopqrstuvwxyz quabcdefghiklmnpqrsvwxyz \
      qvacehijlmnopswyz qwacehmst qxachlnopqrstuw qyap raabcdfghijklmnopqrstuvwxyz rbbklp rcf rdb \
      reabegijlmnrsty rgaeknrsu rhgp riabflmnrtu rjgis rkabhimtw rmabcdefghiklmnopqstuvwxyz \
      rnbdglnprw roabcdefghlmnopruw rpnt rriot rsbklmn rtchmsw rubcefghikmnopqstuyz rwaklmor rxdw \
      rynsu rzh saabcdefghijklmnoqrstuvwxyz sbabcdefghijklmnopqrstuvwxyz scbefghiklnopqstuvwx \
      sdabcefghjklnopqrstuvxz seabcdefghijklmnopqrstuvwyz sfbemsw sgabcdeghijkmnprstuwxyz \
      shabcdeghijklmnopqrstuvwxyz siabdefghijklmnopqrstuvwxyz sjabdegklmnoprstuw \
      skabcdefghijmnopqrstuvwxyz slacdefghijklmnopqrstuvwxyz smabcefghijklmnopqrstuvwxyz \
      snacdefgijklmnopqrsuvwxyz soabcdeghijklmnopqrstuvwxyz spabcdegiklmnopqrstuvxy sqahijkmnoqrstux \
      srabcdefghiklmnopqrstuvwxyz ssabcdefghijklmnopqrstuvwxyz stabdefghijklmnopqrstuvwy \
      suabcegijknoqrstvwxyz svabcekmsx swabcefghijklmnopqrstuvwxy sxbcegklmnorsuw syabcdiklmnorswxy \
      szabcdeglnpsvwy taabcdefghijklmnopqrstuvwxyz tbacdefghijklmnopqrstuvwxyz \
      tcabcdefghiklmnopqstuwxyz tdabcdefghijklmnoqrstvxy teabcdefghiklmnopqrstuvwxyz tfinort \
      tgabcdefhijklnopqrstuvwxyz thadefhiklmnpqrstuvyz tiabcfghijklmnopqrstuvwxyz tjagijlmnopsuw \
      tkabdefglmnpqrstuvwxz tlabcdfghijklmnopqrstuvxy tmabcdefghijklmnoqrstuvwyz \
      tnabcdghiklmnopqrstuvwxyz tobcdfghijklmnopqrsuvwxyz tpacefgijklmnopqrtuvwxyz tqblmnopqrtuw \
      trabcdefghijklmnopqrstuvwxyz tsabcdeghijklmnopqrstuvwxyz ttabcdefghijklmnopqrstuvwyz \
      tuabcdefghijklmnopqrstuvwxyz tvadeklmnostuwxy twabcdefghilmnopqrtuwxy txabceghijmnoqrstuxy \
      tyaehijlnprstuvxyz tzahjlmnox uamnr ubailruy udaegijlmu ues ufi ugabehnoy uhan uigsv uji \
      ukaghiklpqrsuvwy ulabcefiklmnuw umabcdgimnoprsu unadegikmnruxz uon upiv \
      urabcdefghijklmnoprtuvwxyz usahikpsu utaehpru uumru uvehl uwa uya uzbns vaaefghijlmnoprsuvy \
      vbbk vecdlmnopr vgrt vicdefglnstv vkajklmnoptuz vlps vmabcdefghijklmpqrsuvwxyz vnkmp volrt \
      vraost vsilv vto vumnt vwa waabcdefghijklmnopqrstuvwxyz wbabefhijklmpqrstvw wcai wddgjktuy \
      weacdghilmnoprstuw wfg wgabgiouy whagku wibcefghijklmnruvy wjai wkabdlruwy \
      wlaceghiklmnorsuvwxy wmabcdeghimnostwx wnbcdegikmnopuwy woabcdefgiklmnorswy wpc \
      wrbghiklmnoprsuvwxyz wsagikrsuv wtfhikmw wuabdhlmnrtuvxy wwaborw wxaw wybimnry \
      xaabcdegijklmnopqrstuvwy xbbcdegijmnoprwy xcbceghlmnortuvwy xdackmoqy xebdglmprstu xfa \
      xgabdfgilmnruw xhacdemortuv xibilnrsvy xjbt xkabcdefgijklnopqrstuvwxyz xlabcdeginopsuy \
      xmabcdefghjklmnopqrstuvwxyz xnabdghijkmnoqrstuyz xocdgikmnoprw xpabcdefghijklmnopqrstuvwxyz \
      xqat xrabdegimnrtuw xsabcdehijlmnopqrsuvy xtabcdeghijlmnopqrstuvwy xuabdgjlmnoprtu xveinos \
      xwacdegjklortw xxbkmrt xyabjklty xzhmp yaabcdefghijklmnopqrstuvwxyz ybabehijklmnoxy ychlnp \
      ydadegk yeaceijlrstuvy ygailmprsuw yhadls yiadfghijklmnpqrstuvxz ykagiklmnortuy ylabegilmnoruy \
      ymbcdeghiklmnopqrsxz ynadegklnoqsu yobgiklmnrtxy ypabghkmnopz yrabeklmnoswy yscdglmnoprsy \
      ytalpwy yuabcdefgijklmnpqrtwxyz yvat ywaglnqrtuw yxaglmuy yyruz yzgk \
      zaabcdefghijklmopqrstuvwxyz zbaceltuw zcadh zdj zeaghn zgabhmnr zhabdinowx ziabklmnwz \
      zkabdghknoprtuvz zlaejmnqsw zmabcdefghijklmnopqrstuvwxyz znadegks zochmoqrs \
      zpabcdefghijklmnopqrstuvwxyz zqe zragnops zsaklmru zteglmnpqstuxy zuahlmny zwa zxx zybgjnp \
      zzaj
      """
  )

  /// The code of two letters for one of three: a word is both.
  static let shorter = """
    aaraa abkab afraf akaak albsq amham araar argan armhy asmas avaav aveae aymay azeaz bakba \
    bambm baqeu belbe benbn bihbh bisbi bodbo bosbs brebr bulbg burmy catca cescs chach chece \
    chizh chucu chvcv corkw cosco crecr cymcy czecs danda deude divdv dutnl dzodz ellel engen \
    epoeo estet euseu eweee faofo fasfa fijfj finfi frafr frefr fryfy fulff geoka gerde glagd \
    glega glggl glvgv greel grngn gujgu hatht hauha hbssh hebhe herhz hinhi hmoho hrvhr hunhu \
    hyehy iboig iceis idoio iiiii ikuiu ileie inaia indid ipkik islis itait javjv jpnja kalkl \
    kankn kasks katka kaukr kazkk khmkm kikki kinrw kirky komkv konkg korko kuakj kurku laolo \
    latla lavlv limli linln litlt ltzlb lublu luglg macmk mahmh malml maomi marmr mayms mkdmk \
    mlgmg mltmt monmn mrimi msams myamy nauna navnv nblnr ndend ndong nepne nldnl nnonn nobnb \
    norno nyany ocioc ojioj orior ormom ossos panpa perfa plipi polpl porpt pusps quequ rohrm \
    ronro rumro runrn rusru sagsg sansa sinsi slksk slosk slvsl smese smosm snasn sndsd somso \
    sotst spaes sqisq srdsc srpsr sswss sunsu swasw swesv tahty tamta tattt telte tgktg tgltl \
    thath tibbo tirti tonto tsntn tsots tuktk turtr twitw uigug ukruk urdur uzbuz venve vievi \
    volvo welcy wlnwa wolwo xhoxh yidyi yoryo zhaza zhozh zulzu
    """
}
