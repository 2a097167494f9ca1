AUTHOR = u'Alexis Métaireau'
SITENAME = "Alexis' log"
SITESUBTITLE = '''A personal blog.'''
SITEURL = ''
TIMEZONE = 'Europe/Paris'  # can't be None
DEFAULT_LANG = "fr"
ARTICLE_URL = 'posts/{date:%Y}/{slug}/'
LINKS = (("Biologeek", "http://biologeek.org"),)
