"""Templates of sites with much beside the article, as unnamed.py reads them."""

EVENING = """
+a Home
+a Local
+a Weather
{body}
+h You might also enjoy
+l Five Bakers Who Never Closed
+p 12 March 2021
+l The Last Signalman of Corvane
+p 2 March 2021
+l Rain, Mud and a Wedding in Pellow
+p 28 February 2021
+h The Evening Note
+p Our best stories, every night at six.
+p Enter your email address
+p By entering your address you accept our rules.
+p © 2021 Evening Press Ltd. All rights reserved.
"""
STREAM = """
+p Breaking
{half}
+p READ MORE: Lamp fund grows by a third
+p Okay, this is what we all feared pic.twitter.com/x8Yk2LmnQp
+p — Pavel Rusk (@prusk) {day}
{rest}
+p Share
+p Copy link
+h 3 Comments
+p Marta H.
+p 2 hours ago
+p Told you so. Nobody listens to us up here anyway!
+p Reply
+p tollboy77
+p 4 hours ago
+p my uncle drove over it the same morning lol
+p Reply
+p Load more comments
"""
DIGEST = """
{body}
+h More from this section
+a Council Splits Over Harbour Lights
+p The vote ended four to four, and the mayor was away.
+p 3 min read
+a Why Our Lamps Go Out at Ten
+p A reader asks, and an engineer answers.
+p 5 min read
+a Two Ferries, One Captain
+p He has sailed both since 1998.
+p 4 min read
+h Never miss a story
+p Sign up and we will write to you on Fridays.
+p Follow us
+l Mastodon
+l RSS
+p The Digest is published by Corvane Media AB, Quay Street 4. Registered in Corvane no. 556677.
"""
PORTAL = """
+l News
+l Sport
+l Money
{half}
+p Story continues below this advertisement
+p Also on the Portal
+p Ship Leaves Harbour After Nine Years
+p Baker Sells Last Loaf of the Century
+p How to Read a Tide Table in a Minute
{rest}
+p Got a tip for our desk? Write to desk@portal.example
+p Top stories now
+p 1. Lorry Drivers Count the Days
+p 2. The Village That Hears Everything
+p 3. Who Pays for the Lamps?
+p Contact
+p Imprint
+p Privacy
"""
WEEKLY = """
{body}
+p This article appeared in the print edition under the headline “Cracked”
+p Discover more
+p A school for ferrymen
+p It teaches knots, tides and patience
+p May 1st 2021
+p The trouble with bearings
+p They break when nobody looks
+p April 24th 2021
+p The price of dust
+p Pellow wants to be paid
+p April 17th 2021
+p Published since 1843 to take part in “a severe contest between ferries and bridges”.
+p Copyright © The Weekly Newspaper Limited 2021. All rights reserved.
"""
SOCIAL = """
{half}
+p View this post on Instagram
+p A post shared by Mira Sand (@mirasandbakes)
{rest}
+p Like this story? Buy us a coffee and keep the lamps on.
+p Tell a friend
+a WhatsApp
+a Telegram
+a Email
+p Related topics
+l Bridges
+l Corvane
+l Public money
+p Next up
+a A Choir Without a Hall Finds a Barn
+p Join the conversation
+p Please be kind: comments are read before they appear.
+p Your name
+p Your comment
+p Post comment
"""
GAZETTE = """
+p Advertisement
{half}
+p Don’t miss: Ten walks for a wet Sunday
{rest}
+p Topics: bridges, county, roads
+h Latest
+i 10:42 Lorry stuck in Pellow
+i 09:15 Ferry cancelled until noon
+i 08:03 School bus takes the long way
+h Popular this week
+i The man who counts lorries
+i Lamps for whom?
+i A bang in the night
+p Subscribe from 2 crowns a week
+p Read the paper on all your devices. Cancel whenever you like.
+p Terms
+p Cookies
+p Part of the Inland Group
"""
RADIO = """
+p Listen • 3:41
{body}
+p Copyright 2021 Inland Public Radio
+p Tags
+l Local News
+l Roads
+h Stay connected
+p Keep up with the county: get our morning letter.
+h Related stories
+a Engineers look at nine more bridges
+p Ada Lund, May 2, 2021
+a What a bearing does
+p Bo Ek, April 30, 2021
+a The toll house at ninety
+p Ada Lund, April 2, 2021
"""
