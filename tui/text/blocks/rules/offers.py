"""What pages offer to those who read them: to share, to subscribe, to comment, to pay, to go elsewhere."""

from tui.text.article import Furniture
from tui.text.blocks.rules.rule import Rule

FOR_SUBSCRIBERS = (  # where an article ends for those who do not pay or sign in
    r".{0,200}(?:"
    r"\b(?:subscribe|sign (?:in|up)|log ?in|register|join)\b.{0,40}\b(?:to (?:continue|keep|read|view|unlock|access"
    r"|see)|for full access)"
    r"|\b(?:to|in order to) (?:continue|keep) reading\b|\bcontinue reading (?:this|the|with|for)\b"
    r"|\b(?:for|exclusive to|available (?:only )?to|reserved for|only for) (?:our )?(?:paying |premium "
    r"|registered )?(?:subscribers|members (?:only|and)|members$)"
    r"|\balready (?:a|have a|an?) (?:subscriber|subscription|member|account)\b"
    r"|\b(?:read|unlock|access) (?:the )?(?:full|rest of (?:the|this)|whole) (?:article|story|piece|text)\b"
    r"|\bthis (?:article|story|content|post) is (?:for|only for|available to|exclusive to|reserved for)\b"
    r"|\byou(?:’|'| ha)ve (?:reached|read|used)\b.{0,40}\b(?:free )?(?:articles?|limit)\b"
    r"|\bsubscription required\b|\b(?:get|enjoy|with|buy|from) unlimited (?:digital )?access\b"
    r"|^unlimited (?:digital )?access\b"
    r").{0,200}"
)
OFFERS = (
    Rule(Furniture.INTERFACE, r"(?:leave|post|add|write) a (?:reply|comment)", "leave a reply:"),
    Rule(Furniture.INTERFACE, r"share(?: this)?(?: (?:on|via|with|article|story|page)\b.{0,40})?", "Share this on X"),
    Rule(
        Furniture.INTERFACE, r"(?:read|see|show|view|load) (?:more|also|next|all|comments?)(?: stories)?", "Read more"
    ),
    Rule(Furniture.INTERFACE, r"read the full .{3,30}|continue reading.{0,60}", "Read the full story"),
    Rule(Furniture.INTERFACE, r"related(?: (?:articles?|stories|content|news|links?|topics?))?", "Related articles"),
    Rule(Furniture.INTERFACE, r"(?:scroll to continue with |story continues below )?advertisements?", "Advertisement"),
    Rule(Furniture.INTERFACE, r"(?:(?:article|story) continues (?:below|after).{0,40})", "Story continues below"),
    Rule(Furniture.INTERFACE, r"(?:\d+ |view |be the first to )?comments?(?: ?\(\d+\)| closed)?", "12 comments"),
    Rule(Furniture.INTERFACE, r"sign (?:up|in) (?:for|to|here|now|with)\b[^.]{0,60}", "Sign up for our newsletter"),
    Rule(Furniture.INTERFACE, r"subscribe(?: (?:to|now|today|for)\b[^.]{0,60})?", "Subscribe now"),
    Rule(Furniture.INTERFACE, r"follow (?:us|me)\b[^.]{0,60}", "Follow us on Mastodon"),
    Rule(Furniture.INTERFACE, r"click (?:here|to)\b.{0,60}", "Click here for more"),
    Rule(Furniture.INTERFACE, r"breaking(?: news)?|exclusive|live updates?|developing story", "Breaking"),
    Rule(
        Furniture.INTERFACE,
        r"(?:listen|watch|play)(?: (?:to|the) .{2,40})?\W{0,4}\d{1,2}:\d\d(?::\d\d)?",
        "Listen • 3:41",
        starts="listen watch play",
    ),
    Rule(
        Furniture.INTERFACE,
        r"(?:enter )?your (?:e-?mail(?: address)?|name|comment)|post comment|load more comments|show (?:all )?replies",
        "Enter your email address",
        starts="enter your post load show",
    ),
    Rule(Furniture.INTERFACE, r"print|e-?mail(?: this)?|tweet|pin it|copy link|embed|save", "Print"),
    Rule(Furniture.INTERFACE, r"facebook|twitter|whatsapp|telegram|linkedin|reddit|instagram", "Facebook"),
    Rule(Furniture.INTERFACE, r"tags?|tags?:.{1,120}|filed under:?.{0,120}", "Tags: space, moon"),
    Rule(
        Furniture.INTERFACE,
        r"most (?:read|popular|viewed|shared)|trending(?: now)?|recommended(?: for you)?",
        "Most read",
    ),
    Rule(
        Furniture.INTERFACE, r"(?:more|also) (?:from|on|stories)\b(?! (?:the|a|this) )[^.,]{0,40}", "More from Europe"
    ),
    Rule(
        Furniture.INTERFACE,
        r"photo gallery|watch (?:video|live|now|more)|listen (?:now|live)|play video",
        "Watch video",
    ),
    Rule(
        Furniture.INTERFACE, r"back to (?:top|home)|skip to .{0,40}|jump to (?:navigation|content)", "Skip to content"
    ),
    Rule(Furniture.INTERFACE, r"see also|you (?:may|might) (?:also )?(?:like|be interested in)", "You may also like"),
    Rule(
        Furniture.INTERFACE,
        r"newsletters?|privacy policy|terms of (?:use|service)|cookie (?:policy|settings)",
        "Newsletter",
    ),
    Rule(Furniture.INTERFACE, r"we use cookies\b.{0,200}|(?:accept|manage) (?:all )?cookies", "Accept all cookies"),
    Rule(Furniture.INTERFACE, r"\d{1,2}[ -]min(?:ute)?s?(?: read)?|reading time:? .{1,20}", "5 min read"),
    Rule(
        Furniture.INTERFACE,
        r"(?:image|media|video) caption|image source|file photo|hide caption|toggle caption",
        "Image caption",
    ),
    Rule(
        Furniture.INTERFACE,
        r"(?:read or )?share (?:or comment on )?(?:this|the) (?:article|story|post|page)\b.{0,160}",
        "Read or Share this story: https://tribune.example/2a",
        starts="share read",
    ),
    Rule(
        Furniture.INTERFACE,
        r"scroll (?:down )?(?:for|to)\b.{0,50}|swipe .{0,40}|slide ?show(?: \(\d+ images?\))?"
        r"|\d[\d,.]*k? (?:photos?|images?|shares?|views?|likes?|retweets?|reactions?)",
        "Scroll down for video",
        starts="scroll swipe slide 0 1 2 3 4 5 6 7 8 9",
    ),
    Rule(
        Furniture.INTERFACE,
        r"(?:please )?(?:sign up|subscribe|register)\b.{0,200}\b(?:newsletters?|inbox|alerts?|e-?mails?|podcast"
        r"|posts|digest"
        r"|briefing|today|now|here|free|letter|weekdays?)\b.{0,120}",
        "Sign up to First Post, our free daily newsletter – every weekday at 7am",
        starts="sign subscribe register please",
    ),
    Rule(
        Furniture.INTERFACE,
        r"(?:get|receive|want)\b.{3,120}\b(?:in|to|into) your (?:inbox|e-?mail|phone|mailbox)\b.{0,80}"
        r"|stay (?:in the know|up[ -]to[ -]date|informed|connected|updated)\b.{0,60}",
        "Get the best of the Observer in your inbox every morning.",
        starts="get receive want stay",
    ),
    Rule(
        Furniture.INTERFACE,
        r"(?:thanks|thank you) for (?:signing up|reading|subscribing|your (?:subscription|support|interest))\b.{0,160}"
        r"|please (?:enter|provide|confirm) (?:a valid|your) e-?mail\b.{0,80}|something went wrong\b.{0,80}"
        r"|by (?:signing up|subscribing|clicking|entering|registering|continuing)\b.{0,60}\byou (?:agree|accept"
        r"|consent|acknow)"
        r".{0,200}",
        "Thanks for signing up! Please look into your inbox.",
        starts="thank please something by",
    ),
    Rule(
        Furniture.INTERFACE,
        r"your (?:subscription|donation|contribution|support|membership)\b.{3,60}\b(?:possible|help|matters?"
        r"|journalism)\b.{0,160}"
        r"|(?:if you|did you) (?:like|liked|enjoy|enjoyed|value|appreciate|found)\b.{0,120}\b(?:follow|subscribe"
        r"|support|share"
        r"|consider|sign|donate|clap|recommend)\b.{0,160}"
        r"|(?:please )?(?:consider (?:supporting|making|becoming|donating|a donation)|donate (?:to|now|today)"
        r"|become an? (?:member"
        r"|subscriber|supporter|patron)|support (?:our|independent|local|quality) (?:journalism|work|newsroom"
        r"|reporting))\b.{0,160}",
        "Your subscription makes work like this possible. Subscribe today.",
        starts="your if did please consider donate become support",
    ),
    Rule(
        Furniture.INTERFACE,
        r".{2,60}\bis a reader-supported publication\b.{0,200}|.{0,60}\bwe have a (?:small )?favou?r to ask\b.{0,300}",
        "Slow Valley is a reader-supported publication.",
        ("reader-supported", "to ask"),
    ),
    Rule(
        Furniture.INTERFACE,
        r"follow .{2,80}\b(?:coverage\b.{0,80}(?:https?://|www\.|\bhere\b)|google news\b)"
        r".{0,140}|(?:like|find|join) us on (?:facebook|twitter|instagram|telegram|whatsapp|youtube)\b.{0,80}"
        r"|join (?:our|the|us).{0,60}\b(?:channel|group|conversation|discussion|community|telegram|whatsapp)\b.{0,80}"
        r"|(?:download|get) (?:the|our) .{0,30}\bapp\b.{0,80}",
        "Follow Cable Press' coverage of roads at https://cp.example/roads",
        starts="follow like find join download get",
    ),
    Rule(
        Furniture.INTERFACE,
        r"(?:do you )?(?:have|got) (?:a|an|any) (?:news )?(?:tips?|stor(?:y|ies)|questions?|comments?|photos?)\b.{0,30}"
        r"(?:\?|(?:to share|for us|with us)).{0,160}|(?:found|spotted|noticed|see) an? (?:mistake|error|typo)\b.{0,120}"
        r"|report an? (?:typo|error|mistake|correction)\b.{0,60}|(?:tell|let) us (?:know )?(?:what you think"
        r"|in the comments?)\b.{0,80}"
        r"|what do you think\?.{0,100}|(?:leave|share|post|add) your (?:thoughts|comments?|views?|opinions?)\b.{0,100}"
        r"|comments? (?:are closed|below|are moderated|on this article)\b.{0,80}",
        "Found a mistake? Select it and press Ctrl+Enter.",
        starts="do have got found spotted noticed see report tell let what leave share post add comment",
    ),
    Rule(
        Furniture.INTERFACE,
        r"(?:the )?video player requires\b.{0,80}|your browser does ?n[o’']t support\b.{0,80}"
        r"|(?:please )?enable javascript\b.{0,80}"
        r"|(?:this|the) (?:video|audio|content|embed|media|browser)\b.{0,40}\b(?:unavailable|not available"
        r"|not supported"
        r"|cannot be (?:played|displayed|loaded)|no longer available|could not be loaded|failed to load)\b.{0,80}"
        r"|media playback is (?:un|not )supported\b.{0,60}|loading(?: \w+){0,3}|(?:enlarge"
        r"|expand)(?: this)? (?:image|photo|caption)"
        r"|(?:hide|toggle|show|view) captions?|now playing.{0,80}|(?:close|open) (?:modal|dialog|menu|picture|image"
        r"|gallery)\b.{0,40}"
        r"|open (?:picture|image) in .{0,30}|end of (?:article|content|carousel|related content"
        r"|whatsapp post.{0,20})|listen to (?:this|the) "
        r"(?:article|story)\b.{0,40}|(?:click|tap) (?:on )?(?:the )?(?:image|photo|picture)s?\b.{0,60}",
        "Video player requires JavaScript enabled in your browser.",
        starts="the video your please enable this media loading enlarge expand hide toggle show view now close open end"
        " listen click tap",
    ),
    Rule(
        Furniture.INTERFACE,
        r"(?:we|this (?:site|website)|our (?:site|website))(?: and our (?:\d+ )?partners)? (?:uses?"
        r"|store) (?:cookies|and(?:/or)? access)"
        r"\b.{0,300}|we and our (?:\d+ )?partners\b.{0,300}",
        "We and our 214 partners store and access information on your device.",
        starts="we this our",
    ),
    Rule(
        Furniture.INTERFACE,
        r"(?:{ui})(?:\s*[|•·/>»]\s*(?:{ui})){{1,9}}".format(
            ui=r"home|news|sports?|opinion|world|politics|business|print(?: this page)?|e-?mail(?: this)?"
            r"|comments?(?: \(\d+\))?|share"
            r"|tweet|save|(?:return to )?(?:regular|full) page|log ?in|subscribe|register|contact(?: us)?"
            r"|about(?: us)?|rss|archive"
        ),
        "Home | Sport",
        starts="home news sport opinion world politics business print e comment share tweet save return regular full"
        " log subscribe register contact about rss archive",
    ),
    Rule(
        Furniture.INTERFACE,
        r"(?:return to|view) (?:the )?(?:regular|full|original|main|desktop) (?:page|article|story|site|version)"
        r"|(?:this article is located at|find this article at|url of this article|article url|page url)\b:?.{0,160}",
        "This article is located at: http://www.valleytimes.example/0012.html",
        starts="return view this find url article page",
    ),
    Rule(
        Furniture.INTERFACE,
        r"#\w{2,40}(?:[, ]+#\w{2,40}){0,19}|(?:related )?topics(?::.{1,160})?",
        "#roads #county",
        starts="# related topic",
    ),
    Rule(Furniture.INTERFACE, r"_{2,40}|-{1,3}|[|•·—]", "___", starts="_ - | • · —"),
    Rule(
        Furniture.INTERFACE,
        r"(?:view|see) (?:this|more) (?:post|photo|profile)s? on \w+.{0,40}",
        "View this post on Instagram",
        starts="view see",
    ),
    Rule(
        Furniture.INTERFACE,
        FOR_SUBSCRIBERS,
        "Already a subscriber? Log in.",
        (
            "subscri",
            "sign in",
            "log in",
            "login",
            "continu",
            "keep reading",
            "register",
            "join",
            "member",
            "account",
            "full",
            "rest of",
            "free articles",
            "limit",
            "unlimited",
        ),
    ),
    Rule(
        Furniture.INTERFACE,
        r".{0,200}\b(?:save up to|\d+% off|register now|buy (?:your )?tickets (?:here|now|at|online)"
        r"|get (?:your )?tickets|book now|shop now"
        r"|free trial|promo code"
        r"|order reprints|today’s paper)\b.{0,160}",
        "Join 10,000 founders at Disrupt Sard. Save up to $300 before Friday.",
        (
            "save up",
            "% off",
            "register now",
            "tickets",
            "book now",
            "shop now",
            "free trial",
            "promo",
            "reprints",
            "paper",
        ),
    ),
    Rule(
        Furniture.INTERFACE,
        r"(?:do|got|have|if|are) (?:you|an?|any)\b.{3,200}\S@\S+\.\w{2,}.{0,60}|.{0,120}\b(?:e-?mail|send|write to"
        r"|tips? to)\b"
        r".{0,60}\S@\S+\.\w{2,}.{0,60}",
        "Do you know the baker? Email newsdesk@evening.example",
        ("@",),
    ),
    Rule(
        Furniture.INTERFACE,
        r".{5,160}[|•·].{0,60}(?:\+\d{1,3}[ -]?)?\(?\d{3}\)?[ -.]\d{3}[ -.]?\d{4}\b.{0,60}",
        "The Mound, 1625 K Street | 202-555-0100 tel",
        ("|", "•", "·"),
    ),
    Rule(
        Furniture.INTERFACE,
        r"thank you for your patience\b.{0,120}|check out (?:what[’']s|the latest|our|more)\b.{0,120}"
        r"|.{0,80}\bcheck out what[’']s\b.{0,80}",
        "Thank you for your patience while we verify access.",
        ("patience", "check out"),
    ),
    Rule(
        Furniture.INTERFACE,
        r"key ?words:? .{2,160}|enditem|\(?end\)?|ends|-30-|#{2,5}",
        "Enditem",
        starts="key end ( -30 #",
    ),
)
